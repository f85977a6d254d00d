package io.runboards.dashboard;

/** What can be said of lines, on a whole panel and on single series. */
public interface LineWords<T> {
  Line line();

  /** The same with other lines. */
  T withLine(Line changed);

  default T thick(int pixels) {
    return withLine(line().withThickness(pixels));
  }

  /** How opaque the area below is, from 0 to 100. */
  default T filled(int percent) {
    return withLine(line().withFill(percent));
  }

  default T dashed() {
    return withLine(line().withDashes());
  }

  /** Each value holds until the next one: for counts. */
  default T stepped() {
    return withLine(line().withCourse(Line.Course.STEP));
  }

  default T smooth() {
    return withLine(line().withCourse(Line.Course.SMOOTH));
  }

  default T bars() {
    return withLine(line().withShape(Line.Shape.BARS));
  }

  default T points() {
    return withLine(line().withShape(Line.Shape.POINTS));
  }

  /** Series stand on each other. */
  default T stacked() {
    return withLine(line().withStacking(Line.Stacking.NORMAL));
  }

  /** Series share the whole height. */
  default T stackedToPercent() {
    return withLine(line().withStacking(Line.Stacking.PERCENT));
  }

  /** Series stand apart, although others on the panel are stacked. */
  default T notStacked() {
    return withLine(line().withStacking(Line.Stacking.NONE));
  }

  /** The longest gap that is drawn through, in seconds. */
  default T spanningGaps(int seconds) {
    return withLine(line().withSpannedGaps(seconds * 1000));
  }

  default T onTheRight() {
    return withLine(line().onTheRight());
  }
}
