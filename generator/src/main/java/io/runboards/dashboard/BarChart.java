package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * Bars for categories, from a table.
 *
 * @param frame what all panels have
 * @param category the column that names the bars; empty for the first text
 * @param upright whether the bars stand
 * @param stacking whether bars of a category stand on each other
 * @param legend what tells the bars of a category apart
 */
public record BarChart(
    Frame frame, String category, boolean upright, Line.Stacking stacking, Legend legend)
    implements Panel, Framed<BarChart> {

  public BarChart category(String column) {
    return new BarChart(frame, column, upright, stacking, legend);
  }

  /** Bars that lie below each other. */
  public BarChart lying() {
    return new BarChart(frame, category, false, stacking, legend);
  }

  /** Bars of a category stand on each other. */
  public BarChart stacked() {
    return new BarChart(frame, category, upright, Line.Stacking.NORMAL, legend);
  }

  public BarChart legend(Legend other) {
    return new BarChart(frame, category, upright, stacking, other);
  }

  @Override
  public BarChart withFrame(Frame changed) {
    return new BarChart(changed, category, upright, stacking, legend);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}
