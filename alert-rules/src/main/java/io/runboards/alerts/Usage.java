package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Installation;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import java.util.List;

/** How much of the clusters is used, kept for ranges that are too long for the raw series. */
public final class Usage implements RuleSource {
  public static final Recording GPU_ALLOCATED =
      recording(
          Metric.gauge("cluster:runai_gpu_allocated:sum", Unit.GPUS, CLUSTER_ID)
              .help("GPUs that are allocated"),
          sum(metric(Runai.ALLOCATED_GPU_COUNT_PER_NODE)).by(CLUSTER_ID));

  public static final Recording GPU_CAPACITY =
      recording(
          Metric.gauge("cluster:runai_gpu_capacity:sum", Unit.GPUS, CLUSTER_ID)
              .help("GPUs that exist"),
          sum(metric(Runai.GPU_COUNT_PER_NODE)).by(CLUSTER_ID));

  public static final Recording GPU_HOURS =
      recording(
          Metric.gauge("project:runai_gpu_hours:sum1h", Unit.GPU_HOURS, CLUSTER_ID, PROJECT)
              .help("GPU hours of the last hour")
              .note("Written once an hour: a sum over time counts each hour once."),
          sum(sumOverTime(metric(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT), "1h:1m"))
              .by(CLUSTER_ID, PROJECT)
              .dividedBy(60));

  /** Why a panel that reads them may be empty. */
  public static final String NEEDED = "needs the recording rules";

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("usage", "Use of the clusters", "platform")
        .groups(
            group("runai-usage", GPU_ALLOCATED, GPU_CAPACITY),
            group("runai-usage-hourly", GPU_HOURS).every("1h"))
        .tests(tests());
  }

  private static List<RuleTest> tests() {
    return List.of(
        test("allocated GPUs and all GPUs are summed by cluster")
            .given(
                series(
                    Runai.ALLOCATED_GPU_COUNT_PER_NODE,
                    "6x5",
                    with(CLUSTER_ID, "c1"),
                    with(NODE, "n1")),
                series(
                    Runai.ALLOCATED_GPU_COUNT_PER_NODE,
                    "1x5",
                    with(CLUSTER_ID, "c1"),
                    with(NODE, "n2")),
                series(Runai.GPU_COUNT_PER_NODE, "8x5", with(CLUSTER_ID, "c1"), with(NODE, "n1")))
            .records("5m", GPU_ALLOCATED, 7, with(CLUSTER_ID, "c1"))
            .records("5m", GPU_CAPACITY, 8, with(CLUSTER_ID, "c1")),
        test("two GPUs for half an hour are one GPU hour")
            .given(
                series(
                    Runai.ALLOCATED_GPU_COUNT_PER_PROJECT,
                    "0x30 2x30",
                    with(CLUSTER_ID, "c1"),
                    with(PROJECT, "p1")))
            .records("1h", GPU_HOURS, 1, with(CLUSTER_ID, "c1"), with(PROJECT, "p1")));
  }
}
