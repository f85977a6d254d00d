package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * The state of something at regular moments.
 *
 * @param frame what all panels have
 * @param valuesShown whether the state is written into its cell
 * @param rowHeight the share of a row that its cells fill, from 0 to 1
 * @param legend the states
 */
public record StatusHistory(Frame frame, boolean valuesShown, double rowHeight, Legend legend)
    implements Panel, Framed<StatusHistory> {

  /** The state is written into its cell. */
  public StatusHistory withValues() {
    return new StatusHistory(frame, true, rowHeight, legend);
  }

  /** The share of a row that its cells fill, from 0 to 1. */
  public StatusHistory rows(double share) {
    return new StatusHistory(frame, valuesShown, share, legend);
  }

  public StatusHistory legend(Legend other) {
    return new StatusHistory(frame, valuesShown, rowHeight, other);
  }

  @Override
  public StatusHistory withFrame(Frame changed) {
    return new StatusHistory(changed, valuesShown, rowHeight, legend);
  }

  @Override
  public When when() {
    return When.RANGE;
  }
}
