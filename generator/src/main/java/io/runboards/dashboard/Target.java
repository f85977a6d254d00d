package io.runboards.dashboard;

/**
 * A query of a panel.
 *
 * @param promql the query; dashboard variables may stand in it
 * @param legend how its series are called: {@code {{label}}} stands for a label's value
 * @param when whether it asks for now or for the whole time range
 * @param mayBeEmpty why it may show nothing although its panel does not, such as "nothing waits";
 *     empty if it may not
 * @param origin the line that wrote it
 */
public record Target(String promql, String legend, When when, String mayBeEmpty, Origin origin) {

  /** For which time a query asks. */
  public enum When {
    NOW,
    RANGE
  }

  /** The letter by which Grafana knows the query at an index of its panel: A, B, … Z, AA. */
  public static String refId(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : refId(index / 26 - 1) + last;
  }
}
