package io.runboards.samples;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.metric;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Variable.ValuesOf;

/** Rows with and without a title, closed and repeated ones, and panels that repeat. */
public final class RowsAndRepeats implements DashboardSource {
  private static final ValuesOf NODES =
      valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).titled("Node").multi().orAll();

  @Override
  public Dashboard define(Installation at) {
    return dashboard("rows-and-repeats", "Rows and repeats")
        .in("GPU / Samples")
        .variables(NODES)
        .rows(
            row(text("Above all rows", "Words."), text("Beside", "More words.").width(6).height(2)),
            row("Open", busy("Wide").width(16), busy("Narrow")).height(5),
            row("Closed", busy("Inside"), busy("Inside, too")).closed(),
            row("For each node", busy("Of one node").height(6)).repeatedFor(NODES),
            row("Panels that repeat", busy("Each node").width(8).repeatedFor(NODES)),
            row(
                stat("Below")
                    .query(avg(metric(Runai.GPU_UTILIZATION_PER_NODE)))
                    .shared("sample-below")));
  }

  private static TimeSeries busy(String title) {
    return timeseries(title)
        .query(
            avg(metric(Runai.GPU_UTILIZATION_PER_NODE).where(NODES.chosen())).by(NODE), "{{node}}");
  }
}
