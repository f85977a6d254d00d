package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * When something was in which state.
 *
 * @param frame what all panels have
 * @param merged whether equal neighbours become one
 * @param valuesShown whether the state is written into its bar
 * @param rowHeight the share of a row that its bar fills, from 0 to 1
 * @param legend the states
 */
public record StateTimeline(
    Frame frame, boolean merged, boolean valuesShown, double rowHeight, Legend legend)
    implements Panel, Framed<StateTimeline> {

  /** The state is written into its bar. */
  public StateTimeline withValues() {
    return new StateTimeline(frame, merged, true, rowHeight, legend);
  }

  /** Equal neighbours stay apart. */
  public StateTimeline unmerged() {
    return new StateTimeline(frame, false, valuesShown, rowHeight, legend);
  }

  /** The share of a row that its bar fills, from 0 to 1. */
  public StateTimeline rows(double share) {
    return new StateTimeline(frame, merged, valuesShown, share, legend);
  }

  public StateTimeline legend(Legend other) {
    return new StateTimeline(frame, merged, valuesShown, rowHeight, other);
  }

  @Override
  public StateTimeline withFrame(Frame changed) {
    return new StateTimeline(changed, merged, valuesShown, rowHeight, legend);
  }

  @Override
  public When when() {
    return When.RANGE;
  }
}
