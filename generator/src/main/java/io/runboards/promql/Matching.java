package io.runboards.promql;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a binary operator pairs the series of its two sides.
 *
 * @param on whether {@code labels} are the only ones that must agree; if not, all others must
 * @param labels the labels after {@code on} or {@code ignoring}
 * @param group which side may have several series for one of the other
 * @param include the labels that a group takes over from the "one" side
 * @param fillLeft the value for a series that the left side lacks
 * @param fillRight the value for a series that the right side lacks
 */
public record Matching(
    boolean on,
    List<Text> labels,
    Group group,
    List<Text> include,
    OptionalDouble fillLeft,
    OptionalDouble fillRight) {

  /** Which side has many series for one of the other. */
  public enum Group {
    NONE,
    LEFT,
    RIGHT
  }

  /** Pair the series whose labels all agree. */
  public static final Matching ALL_LABELS =
      new Matching(
          false, List.of(), Group.NONE, List.of(), OptionalDouble.empty(), OptionalDouble.empty());

  public Matching {
    labels = List.copyOf(labels);
    include = List.copyOf(include);
    boolean both = fillLeft.isPresent() && fillRight.isPresent();
    if (both && fillLeft.getAsDouble() == fillRight.getAsDouble()) {
      // 0 and -0 are one number: fill (0) says the same.
      fillRight = fillLeft;
    }
  }

  public boolean fills() {
    return fillLeft.isPresent() || fillRight.isPresent();
  }
}
