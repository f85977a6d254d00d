package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Installation;
import io.runboards.query.Series;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
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
          ofNodes(Runai.ALLOCATED_GPU_COUNT_PER_NODE));

  public static final Recording GPU_CAPACITY =
      recording(
          Metric.gauge("cluster:runai_gpu_capacity:sum", Unit.GPUS, CLUSTER_ID)
              .help("GPUs that exist"),
          ofNodes(Runai.GPU_COUNT_PER_NODE));

  public static final Recording GPU_ALLOCATION =
      recording(
          Metric.gauge("cluster:runai_gpu_allocation:ratio", Unit.RATIO, CLUSTER_ID)
              .help("The share of the GPUs that is allocated"),
          GPU_ALLOCATED.read().dividedBy(GPU_CAPACITY.read().above(0)).on(CLUSTER_ID));

  public static final Recording GPU_UTILIZATION =
      recording(
          Metric.gauge("cluster:runai_gpu_utilization:avg", Unit.PERCENT, CLUSTER_ID)
              .help("The mean utilization of all GPUs, free ones included"),
          avg(max(metric(Runai.GPU_UTILIZATION_PER_GPU)).by(CLUSTER_ID, NODE, GPU)).by(CLUSTER_ID));

  public static final Recording PROJECT_GPU_ALLOCATED =
      recording(
          Metric.gauge("project:runai_gpu_allocated:sum", Unit.GPUS, CLUSTER_ID, PROJECT)
              .help("GPUs that a project holds"),
          sum(metric(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT)).by(CLUSTER_ID, PROJECT));

  public static final Recording PROJECT_GPU_WASTED =
      recording(
          Metric.gauge("project:runai_gpu_wasted:sum", Unit.GPUS, CLUSTER_ID, PROJECT)
              .help("GPUs that a project holds and does not use, in sum"),
          PROJECT_GPU_ALLOCATED.read().times(unused()).on(CLUSTER_ID, PROJECT));

  public static final Recording GPU_HOURS =
      recording(
          Metric.gauge("project:runai_gpu_hours:sum1h", Unit.GPU_HOURS, CLUSTER_ID, PROJECT)
              .help("GPU hours of the last hour")
              .note("Written once an hour: a sum over time counts each hour once."),
          hours(metric(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT)));

  public static final Recording GPU_WASTED_HOURS =
      recording(
          Metric.gauge("project:runai_gpu_wasted_hours:sum1h", Unit.GPU_HOURS, CLUSTER_ID, PROJECT)
              .help("GPU hours of the last hour that were held and not used")
              .note("Written once an hour: a sum over time counts each hour once."),
          hours(PROJECT_GPU_WASTED.read()));

  /** Why a panel that reads them may be empty. */
  public static final String NEEDED = "needs the recording rules";

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("usage", "Use of the clusters", "platform")
        .groups(
            group(
                "runai-usage",
                GPU_ALLOCATED,
                GPU_CAPACITY,
                GPU_ALLOCATION,
                GPU_UTILIZATION,
                PROJECT_GPU_ALLOCATED,
                PROJECT_GPU_WASTED),
            group("runai-usage-hourly", GPU_HOURS, GPU_WASTED_HOURS).every("1h"))
        .tests(tests());
  }

  /** A node can show twice while one of its labels changes. */
  private static Series ofNodes(Metric perNode) {
    return sum(max(metric(perNode)).by(CLUSTER_ID, NODE)).by(CLUSTER_ID);
  }

  private static Series unused() {
    Series used = max(metric(Runai.GPU_UTILIZATION_PER_PROJECT)).by(CLUSTER_ID, PROJECT);
    return number(1).minus(used.dividedBy(100));
  }

  private static Series hours(Series gpus) {
    return sum(sumOverTime(gpus, "1h:1m")).by(CLUSTER_ID, PROJECT).dividedBy(60);
  }

  private static List<RuleTest> tests() {
    return List.of(ofClusters(), ofProjects(), hoursOfProjects());
  }

  private static RuleTest ofClusters() {
    return test("GPUs are summed by cluster, each node once, and their work is averaged")
        .given(
            ofNode(Runai.ALLOCATED_GPU_COUNT_PER_NODE, "6x5", "n1"),
            ofNode(Runai.ALLOCATED_GPU_COUNT_PER_NODE, "1x5", "n2"),
            ofNode(Runai.GPU_COUNT_PER_NODE, "8x5", "n1"),
            ofNode(Runai.GPU_COUNT_PER_NODE, "8x5", "n1", with("instance", "other")),
            ofNode(Runai.GPU_COUNT_PER_NODE, "2x5", "n2"),
            ofNode(Runai.GPU_UTILIZATION_PER_GPU, "90x5", "n1", with(GPU, "0")),
            ofNode(Runai.GPU_UTILIZATION_PER_GPU, "30x5", "n1", with(GPU, "1")),
            ofNode(Runai.GPU_UTILIZATION_PER_GPU, "0x5", "n2", with(GPU, "0")))
        .records("5m", GPU_ALLOCATED, 7, TestCluster.CLUSTER)
        .records("5m", GPU_CAPACITY, 10, TestCluster.CLUSTER)
        .records("5m", GPU_ALLOCATION, 0.7, TestCluster.CLUSTER)
        .records("5m", GPU_UTILIZATION, 40, TestCluster.CLUSTER);
  }

  private static RuleTest ofProjects() {
    return test("what a project holds and does not use")
        .given(
            ofProject(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT, "8x5", "p1"),
            ofProject(Runai.GPU_UTILIZATION_PER_PROJECT, "75x5", "p1"),
            ofProject(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT, "4x5", "p2"),
            ofProject(Runai.GPU_UTILIZATION_PER_PROJECT, "0x5", "p2"))
        .records("5m", PROJECT_GPU_ALLOCATED, 8, of("p1"))
        .records("5m", PROJECT_GPU_ALLOCATED, 4, of("p2"))
        .records("5m", PROJECT_GPU_WASTED, 2, of("p1"))
        .records("5m", PROJECT_GPU_WASTED, 4, of("p2"));
  }

  private static RuleTest hoursOfProjects() {
    return test("two GPUs for half an hour are one GPU hour, half of it unused at half the work")
        .given(
            ofProject(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT, "0x30 2x30", "p1"),
            ofProject(Runai.GPU_UTILIZATION_PER_PROJECT, "50x61", "p1"),
            ofProject(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT, "1x61", "p2"))
        .records("1h", GPU_HOURS, 1, of("p1"))
        .records("1h", GPU_HOURS, 1, of("p2"))
        .records("1h", GPU_WASTED_HOURS, 0.5, of("p1"));
  }

  private static Given ofNode(Metric metric, String values, String node, LabelValue... more) {
    return TestCluster.inCluster(
        metric, values, TestCluster.and(new LabelValue[] {TestCluster.node(node)}, more));
  }

  private static Given ofProject(Metric metric, String values, String project) {
    return TestCluster.inCluster(metric, values, TestCluster.project(project));
  }

  private static LabelValue[] of(String project) {
    return new LabelValue[] {TestCluster.CLUSTER, TestCluster.project(project)};
  }
}
