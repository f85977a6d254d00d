package io.runboards.samples;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.barchart;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.gauge;
import static io.runboards.dashboard.Panels.heatmap;
import static io.runboards.dashboard.Panels.histogram;
import static io.runboards.dashboard.Panels.pie;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.stateTimeline;
import static io.runboards.dashboard.Panels.statusHistory;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Threshold;
import io.runboards.dashboard.Tooltip;
import io.runboards.query.Series;

/** Every kind of panel, plain and with all that can be said of it. */
public final class AllPanels implements DashboardSource {
  private static final Series GPUS = sum(metric(Runai.GPU_COUNT_PER_NODE));
  private static final Series BY_NODE = avg(metric(Runai.GPU_UTILIZATION_PER_GPU)).by(NODE);
  private static final Series BY_GPU =
      max(metric(Runai.GPU_UTILIZATION_PER_GPU)).by(CLUSTER_ID, NODE, GPU);
  private static final Series BY_PROJECT =
      sum(metric(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT)).by(PROJECT);
  private static final String BUCKETS =
      "sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket[$__rate_interval]))";

  @Override
  public Dashboard define(Installation at) {
    return dashboard("all-panels", "All panels")
        .rows(
            row("Plain", plain()),
            row("Time series", timeSeries()),
            row("Numbers", numbers()),
            row("States", states()),
            row("Shares", shares()));
  }

  private static Panel[] plain() {
    return new Panel[] {
      timeseries("Plain time series").query(BY_NODE, "{{node}}"),
      stat("Plain stat").query(GPUS),
      gauge("Plain gauge").query(avg(metric(Runai.GPU_UTILIZATION_PER_GPU))),
      bargauge("Plain bar gauge").query(BY_NODE, "{{node}}"),
      barchart("Plain bar chart").query(BY_PROJECT, "GPUs"),
      table("Plain table").query(BY_PROJECT, "GPUs"),
      heatmap("Plain heatmap").query(BUCKETS, ""),
      histogram("Plain histogram").query(BY_GPU),
      stateTimeline("Plain state timeline").query(BY_NODE, "{{node}}"),
      statusHistory("Plain status history").query(BY_NODE, "{{node}}"),
      pie("Plain pie").query(BY_PROJECT, "{{project}}"),
      text("Plain text", "# Title\n\nWords and **more** words.")
    };
  }

  private static Panel[] timeSeries() {
    return new Panel[] {
      timeseries("Lines")
          .about("Near 0: paid for and idle.")
          .key("lines")
          .query(BY_NODE, "{{node}}")
          .query(GPUS, "GPUs")
          .thick(2)
          .filled(10)
          .smooth()
          .spanningGaps(600)
          .axis("busy")
          .legend(Legend.table(Reducer.MEAN, Reducer.LAST))
          .tooltip(Tooltip.ONE)
          .withLimits()
          .thresholds(Threshold.from(80, Color.ORANGE))
          .colors(ColorScheme.BY_NAME)
          .decimals(1)
          .noValue("nothing")
          .parts(
              Part.named("GPUs").in(Color.GREY).dashed().thick(1).onTheRight().notStacked(),
              Part.matching("gpu-.*|cpu-.*").bars().stepped().filled(60),
              Part.ofQuery("B").points().unit(Unit.GPUS).shownAs("all of them").decimals(0)),
      timeseries("Bars that stand on each other")
          .query(BY_PROJECT, "{{project}}")
          .bars()
          .stacked()
          .legend(Legend.none())
          .tooltip(Tooltip.NONE)
          .over("30d")
          .every("1h"),
      timeseries("Percent that stand on each other").query(BY_NODE, "{{node}}").stacked(),
      timeseries("Shares of a whole").query(BY_PROJECT, "{{project}}").stackedToPercent().points(),
      timeseries("Coloured by value")
          .query(BY_NODE, "{{node}}")
          .thresholds(Color.RED, Threshold.from(50, Color.GREEN))
          .min(10)
          .max(90)
    };
  }

  private static Panel[] numbers() {
    return new Panel[] {
      stat("Trend").withTrend().query(GPUS).calc(Reducer.MAX).filled().digits(48),
      stat("Words")
          .query(GPUS)
          .plain()
          .showingValueAndName()
          .mapped(
              Mapping.value(0, "none", Color.RED),
              Mapping.value("1", "one"),
              Mapping.range(2, Double.POSITIVE_INFINITY, "many"),
              Mapping.nothing("unknown")),
      stat("Name").query(BY_NODE, "{{node}}").showingName().colored(Color.BLUE),
      gauge("Ratio").query(promqlRatio(), "").calc(Reducer.MEAN),
      bargauge("Standing bars")
          .query(BY_NODE, "{{node}}")
          .standing()
          .styled(BarGauge.Style.LCD)
          .calc(Reducer.MIN)
          .colors(ColorScheme.BLUE_YELLOW_RED)
          .max(90),
      bargauge("Gradient").query(BY_NODE, "{{node}}").styled(BarGauge.Style.GRADIENT),
      heatmap("Counted").query(BY_GPU, "{{gpu}}").counted().palette("Blues").decimals(1).max(100),
      histogram("Combined")
          .query(BY_GPU)
          .buckets(5)
          .combining()
          .legend(Legend.none())
          .thresholds(Threshold.from(50, Color.GREEN))
    };
  }

  private static String promqlRatio() {
    return "sum(runai_allocated_gpu_count_per_node) / sum(runai_gpu_count_per_node)";
  }

  private static Panel[] states() {
    return new Panel[] {
      stateTimeline("States with words")
          .query(BY_NODE, "{{node}}")
          .unmerged()
          .withValues()
          .rows(0.5)
          .legend(Legend.table())
          .thresholds(Threshold.from(1, Color.GREEN)),
      statusHistory("Statuses with words")
          .query(BY_NODE, "{{node}}")
          .withValues()
          .rows(0.9)
          .legend(Legend.none())
    };
  }

  private static Panel[] shares() {
    return new Panel[] {
      pie("Donut")
          .query(BY_PROJECT, "{{project}}")
          .asDonut()
          .calc(Reducer.SUM)
          .legend(Legend.list()),
      pie("Pie without legend").query(BY_PROJECT, "{{project}}").legend(Legend.none()),
      barchart("Bars of two queries")
          .query(BY_PROJECT, "allocated")
          .query("sum by (project) (runai_project_guaranteed_gpus)", "guaranteed")
          .category("project")
          .lying()
          .stacked()
          .legend(Legend.list(Reducer.SUM))
    };
  }
}
