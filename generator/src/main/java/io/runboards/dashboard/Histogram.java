package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;
import java.util.OptionalDouble;

/**
 * How many values are in which range.
 *
 * @param frame what all panels have
 * @param bucketSize the width of a range; empty for what fits
 * @param combined whether all series are counted together
 * @param legend what tells the series apart
 */
public record Histogram(Frame frame, OptionalDouble bucketSize, boolean combined, Legend legend)
    implements Panel, Framed<Histogram> {

  /** The width of a range. */
  public Histogram buckets(double size) {
    return new Histogram(frame, OptionalDouble.of(size), combined, legend);
  }

  /** All series are counted together. */
  public Histogram combining() {
    return new Histogram(frame, bucketSize, true, legend);
  }

  public Histogram legend(Legend other) {
    return new Histogram(frame, bucketSize, combined, other);
  }

  @Override
  public Histogram withFrame(Frame changed) {
    return new Histogram(changed, bucketSize, combined, legend);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}
