package io.runboards.dashboard;

import io.runboards.query.Series;

/**
 * Marks on the time axis, one for each moment at which a query has a result.
 *
 * @param name what is marked
 * @param target the query; its legend is the text of a mark
 * @param color the colour of the marks
 * @param shown whether the marks are there until someone hides them
 */
public record Annotation(String name, Target target, Color color, boolean shown) {

  public static Annotation marks(String name, Series when, String text, Color color) {
    Target target = new Target(when.toString(), text, Target.When.RANGE, "", Origin.caller());
    return new Annotation(name, target, color, true);
  }

  /** The marks are there only when someone asks for them. */
  public Annotation hiddenAtFirst() {
    return new Annotation(name, target, color, false);
  }
}
