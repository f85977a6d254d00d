package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * Values over time.
 *
 * @param frame what all panels have
 * @param line how they are drawn
 * @param legend what tells the series apart
 * @param tooltip what it says at the pointer
 * @param axisTitle the words at the axis; empty for none
 * @param limits whether thresholds are drawn as lines
 */
public record TimeSeries(
    Frame frame, Line line, Legend legend, Tooltip tooltip, String axisTitle, boolean limits)
    implements Panel, Framed<TimeSeries>, LineWords<TimeSeries> {

  public TimeSeries legend(Legend other) {
    return new TimeSeries(frame, line, other, tooltip, axisTitle, limits);
  }

  public TimeSeries tooltip(Tooltip other) {
    return new TimeSeries(frame, line, legend, other, axisTitle, limits);
  }

  /** The words at the axis. */
  public TimeSeries axis(String title) {
    return new TimeSeries(frame, line, legend, tooltip, title, limits);
  }

  /** Thresholds are drawn as dashed lines. */
  public TimeSeries withLimits() {
    return new TimeSeries(frame, line, legend, tooltip, axisTitle, true);
  }

  @Override
  public TimeSeries withFrame(Frame changed) {
    return new TimeSeries(changed, line, legend, tooltip, axisTitle, limits);
  }

  @Override
  public TimeSeries withLine(Line changed) {
    return new TimeSeries(frame, changed, legend, tooltip, axisTitle, limits);
  }

  @Override
  public When when() {
    return When.RANGE;
  }
}
