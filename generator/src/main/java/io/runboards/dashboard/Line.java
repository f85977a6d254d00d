package io.runboards.dashboard;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a series is drawn over time. What is not said is as on the rest of the panel.
 *
 * @param shape lines, bars or points
 * @param course how two samples are joined
 * @param thickness the width of the line
 * @param fill how opaque the area below is, from 0 to 100
 * @param dashed whether the line is interrupted
 * @param stacking whether series stand on each other
 * @param spanGapsMillis the longest gap that is drawn through
 * @param rightAxis whether it has an axis of its own on the right
 */
public record Line(
    Optional<Shape> shape,
    Optional<Course> course,
    OptionalInt thickness,
    OptionalInt fill,
    boolean dashed,
    Optional<Stacking> stacking,
    OptionalInt spanGapsMillis,
    boolean rightAxis) {

  /** What is drawn for a sample. */
  public enum Shape {
    LINE,
    BARS,
    POINTS
  }

  /** How two samples are joined. */
  public enum Course {
    LINEAR("linear"),
    SMOOTH("smooth"),
    STEP("stepAfter");

    private final String id;

    Course(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** Whether series stand on each other. */
  public enum Stacking {
    NONE("none"),
    NORMAL("normal"),
    PERCENT("percent");

    private final String id;

    Stacking(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public static final Line NONE =
      new Line(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          false,
          Optional.empty(),
          OptionalInt.empty(),
          false);

  Line withShape(Shape other) {
    return new Line(
        Optional.of(other), course, thickness, fill, dashed, stacking, spanGapsMillis, rightAxis);
  }

  Line withCourse(Course other) {
    return new Line(
        shape, Optional.of(other), thickness, fill, dashed, stacking, spanGapsMillis, rightAxis);
  }

  Line withThickness(int pixels) {
    return new Line(
        shape, course, OptionalInt.of(pixels), fill, dashed, stacking, spanGapsMillis, rightAxis);
  }

  Line withFill(int percent) {
    return new Line(
        shape,
        course,
        thickness,
        OptionalInt.of(percent),
        dashed,
        stacking,
        spanGapsMillis,
        rightAxis);
  }

  Line withDashes() {
    return new Line(shape, course, thickness, fill, true, stacking, spanGapsMillis, rightAxis);
  }

  Line withStacking(Stacking other) {
    return new Line(
        shape, course, thickness, fill, dashed, Optional.of(other), spanGapsMillis, rightAxis);
  }

  Line withSpannedGaps(int millis) {
    return new Line(
        shape, course, thickness, fill, dashed, stacking, OptionalInt.of(millis), rightAxis);
  }

  Line onTheRight() {
    return new Line(shape, course, thickness, fill, dashed, stacking, spanGapsMillis, true);
  }
}
