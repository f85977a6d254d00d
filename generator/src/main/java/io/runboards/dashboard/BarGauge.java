package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * Numbers as bars, to compare them.
 *
 * @param frame what all panels have
 * @param calc which number stands for a series
 * @param style how a bar is filled
 * @param upright whether the bars stand
 */
public record BarGauge(Frame frame, Reducer calc, Style style, boolean upright)
    implements Panel, Framed<BarGauge> {
  /** How a bar is filled. */
  public enum Style {
    BASIC("basic"),
    GRADIENT("gradient"),
    LCD("lcd");

    private final String id;

    Style(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public BarGauge calc(Reducer other) {
    return new BarGauge(frame, other, style, upright);
  }

  public BarGauge styled(Style other) {
    return new BarGauge(frame, calc, other, upright);
  }

  /** Bars that stand side by side. */
  public BarGauge standing() {
    return new BarGauge(frame, calc, style, true);
  }

  @Override
  public BarGauge withFrame(Frame changed) {
    return new BarGauge(changed, calc, style, upright);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}
