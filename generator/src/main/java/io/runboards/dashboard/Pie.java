package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * Shares of a whole.
 *
 * @param frame what all panels have
 * @param donut whether the middle is empty
 * @param calc which number stands for a series
 * @param legend what tells the shares apart
 */
public record Pie(Frame frame, boolean donut, Reducer calc, Legend legend)
    implements Panel, Framed<Pie> {

  /** The middle is empty. */
  public Pie asDonut() {
    return new Pie(frame, true, calc, legend);
  }

  public Pie calc(Reducer other) {
    return new Pie(frame, donut, other, legend);
  }

  public Pie legend(Legend other) {
    return new Pie(frame, donut, calc, other);
  }

  @Override
  public Pie withFrame(Frame changed) {
    return new Pie(changed, donut, calc, legend);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}
