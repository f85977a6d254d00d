package io.runboards.dashboard;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the cells of a column look. What is not said is left to Grafana.
 *
 * @param kind text or a bar
 * @param width the exact width in pixels
 * @param minWidth the least width in pixels
 * @param hidden whether the column is there for links alone
 */
public record Cell(Optional<Kind> kind, OptionalInt width, OptionalInt minWidth, boolean hidden) {

  /** What a cell shows. */
  public enum Kind {
    TEXT,
    COLORED_TEXT,
    COLORED_BACKGROUND,
    BAR
  }

  public static final Cell PLAIN =
      new Cell(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), false);

  Cell withKind(Kind other) {
    return new Cell(Optional.of(other), width, minWidth, hidden);
  }

  Cell withWidth(int pixels) {
    return new Cell(kind, OptionalInt.of(pixels), minWidth, hidden);
  }

  Cell withMinWidth(int pixels) {
    return new Cell(kind, width, OptionalInt.of(pixels), hidden);
  }

  Cell outOfSight() {
    return new Cell(kind, width, minWidth, true);
  }
}
