package io.runboards.dashboard;

import java.util.List;

/**
 * What tells the series of a panel apart.
 *
 * @param form a list, a table or nothing
 * @param side where it stands
 * @param calcs the numbers beside each name; a table is sorted by the first one
 */
public record Legend(Form form, Side side, List<Reducer> calcs) {

  /** A list, a table or nothing. */
  public enum Form {
    LIST,
    TABLE,
    HIDDEN
  }

  /** Where a legend stands. */
  public enum Side {
    BOTTOM,
    RIGHT
  }

  public Legend {
    calcs = List.copyOf(calcs);
  }

  /** For up to four series. */
  public static Legend list(Reducer... calcs) {
    return new Legend(Form.LIST, Side.BOTTOM, List.of(calcs));
  }

  /** For five series and more: on the right, sorted by the first number. */
  public static Legend table(Reducer... calcs) {
    return new Legend(Form.TABLE, Side.RIGHT, List.of(calcs));
  }

  /** For one series that the title names. */
  public static Legend none() {
    return new Legend(Form.HIDDEN, Side.BOTTOM, List.of());
  }
}
