package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Installation;
import io.runboards.query.Aggregated;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/**
 * What GPUs are held for, and whether their memory suffices for those who share them.
 *
 * <p>A GPU that works all the time is what everybody wants: no alert tells it.
 */
public final class GpuUse implements RuleSource {
  public static final Recording UTILIZATION =
      recording(
          Metric.gauge("gpu:runai_gpu_utilization:avg10m", Unit.PERCENT, CLUSTER_ID, NODE, GPU)
              .help("Utilization of a GPU over ten minutes"),
          eachGpu(avgOverTime(metric(Runai.GPU_UTILIZATION_PER_GPU), "10m")));

  public static final Recording ALLOCATED =
      recording(
          Metric.gauge("gpu:runai_gpu_allocated:max", Unit.BOOLEAN, CLUSTER_ID, NODE, GPU)
              .help("Whether a GPU hosts a pod"),
          eachGpu(metric(Runai.ALLOCATED_GPU_COUNT_PER_GPU)));

  static final Alert ALLOCATED_IDLE =
      alert(
              "RunaiGpuAllocatedIdle",
              Urgency.INFO,
              UTILIZATION.read().below(10).and(ALLOCATED.read().above(0)).on(CLUSTER_ID, NODE, GPU))
          .holding("10m")
          .summary(
              "GPU {{ $labels.gpu }} of {{ $labels.node }} is held and"
                  + " {{ $value | humanize }} % busy")
          .description(
              "A pod has held this GPU for twenty minutes and used less than a tenth of it. Others"
                  + " may be waiting for it. A notebook that somebody thinks over looks the same.")
          .lookAt(Links.GPU, Links.NODE, Links.CLUSTER)
          .runbook(
              means(
                      "The GPU hosts a pod, and its utilization over ten minutes has stayed below"
                          + " 10 % for another ten.")
                  .matters(
                      "Nothing is broken. The GPU costs as much as a busy one, and whoever waits"
                          + " does not get it.")
                  .steps(
                      "See on the GPU's dashboard which pod holds it and since when.",
                      "Look at what it does: `kubectl -n <namespace> logs <pod>` and `kubectl -n"
                          + " <namespace> top pod <pod>`. Busy CPUs beside an idle GPU mean slow"
                          + " loading of data.",
                      "Ask the owner. Notebooks are better off with a fraction of a GPU.",
                      "If it happens every day in one project, set an idle time limit for its"
                          + " workloads.")
                  .silence(
                      "Silence by node where people work interactively by agreement. Watch"
                          + " RunaiProjectWaste."));

  static final Alert MEMORY_NEARLY_FULL =
      alert("GpuMemoryNearlyFull", Urgency.INFO, crowded())
          .holding("15m")
          .summary(
              "The pods on GPU {{ $labels.gpu }} of {{ $labels.node }} fill"
                  + " {{ $value | humanizePercentage }} of its memory")
          .description(
              "Several pods share this GPU, and together they use nearly all of its memory. The next"
                  + " one that asks for more is stopped for lack of memory.")
          .lookAt(Links.GPU, Links.NODE)
          .runbook(
              means(
                      "More than one pod runs on the GPU, and for a quarter of an hour more than"
                          + " 98 % of its memory was taken. A pod that has a GPU to itself raises"
                          + " no alert: most frameworks take all memory at their start.")
                  .matters(
                      "One pod's growth ends another one's work, and the owner of the second sees"
                          + " only \"CUDA out of memory\".")
                  .steps(
                      "See who uses how much: `nvidia-smi` on the node, and the pods on the GPU's"
                          + " dashboard.",
                      "Compare it with what was asked for: `kubectl -n <namespace> describe pod"
                          + " <pod>` shows the GPU fraction or memory.",
                      "Ask the owner of the largest one to ask for a larger fraction, or to limit"
                          + " what the framework takes at its start.",
                      "Move one of the pods: stop it and submit it again.")
                  .silence("Silence by node and GPU while the owners agree on the split."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("gpu-use", "Use of single GPUs", "platform")
        .groups(group("gpu-use", UTILIZATION, ALLOCATED, ALLOCATED_IDLE, MEMORY_NEARLY_FULL))
        .tests(tests());
  }

  private static Aggregated eachGpu(Series series) {
    return max(series).by(CLUSTER_ID, NODE, GPU);
  }

  private static Series crowded() {
    Series pods =
        count(
                max(metric(Runai.GPU_UTILIZATION_PER_POD_PER_GPU))
                    .by(CLUSTER_ID, NODE, GPU, POD_NAMESPACE, POD_NAME))
            .by(CLUSTER_ID, NODE, GPU);
    return eachGpu(metric(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_GPU))
        .dividedBy(eachGpu(metric(Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU)))
        .on(CLUSTER_ID, NODE, GPU)
        .above(0.98)
        .and(pods.above(1))
        .on(CLUSTER_ID, NODE, GPU);
  }

  private static List<RuleTest> tests() {
    return List.of(
        test("utilization is averaged, and a GPU that shows twice is one GPU")
            .given(
                on("0", Runai.GPU_UTILIZATION_PER_GPU, "20x5 80x5"),
                on("1", Runai.GPU_UTILIZATION_PER_GPU, "7x10"),
                on("0", Runai.ALLOCATED_GPU_COUNT_PER_GPU, "1x10"),
                on("0", Runai.ALLOCATED_GPU_COUNT_PER_GPU, "0x10", with("instance", "other")))
            .records("10m", UTILIZATION, 50, gpu("0"))
            .records("10m", UTILIZATION, 7, gpu("1"))
            .records("10m", ALLOCATED, 1, gpu("0")),
        test("held and hardly used for ten minutes; a free GPU may idle")
            .given(
                on("0", Runai.GPU_UTILIZATION_PER_GPU, "8x30"),
                on("0", Runai.ALLOCATED_GPU_COUNT_PER_GPU, "1x30"),
                on("1", Runai.GPU_UTILIZATION_PER_GPU, "12x30"),
                on("1", Runai.ALLOCATED_GPU_COUNT_PER_GPU, "1x30"),
                on("2", Runai.GPU_UTILIZATION_PER_GPU, "0x30"),
                on("2", Runai.ALLOCATED_GPU_COUNT_PER_GPU, "0x30"))
            .silent("9m", ALLOCATED_IDLE)
            .fires("10m", ALLOCATED_IDLE, 8, gpu("0")),
        test("a shared GPU whose memory is nearly full for a quarter of an hour")
            .given(memory("0", 990))
            .given(memory("1", 970))
            .given(memory("2", 1000))
            .given(pod("0", "a"), pod("0", "b"), pod("1", "a"), pod("1", "b"), pod("2", "a"))
            .silent("14m", MEMORY_NEARLY_FULL)
            .fires("15m", MEMORY_NEARLY_FULL, 0.99, gpu("0")));
  }

  private static Given[] memory(String gpu, int used) {
    return new Given[] {
      on(gpu, Runai.GPU_MEMORY_USED_MEBIBYTES_PER_GPU, used + "x20"),
      on(gpu, Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU, "1000x20")
    };
  }

  private static Given pod(String gpu, String name) {
    return on(
        gpu,
        Runai.GPU_UTILIZATION_PER_POD_PER_GPU,
        "40x20",
        with(POD_NAMESPACE, "runai-p1"),
        with(POD_NAME, name));
  }

  private static Given on(String gpu, Metric metric, String values, LabelValue... more) {
    return TestCluster.inCluster(metric, values, TestCluster.and(gpuOfNode(gpu), more));
  }

  private static LabelValue[] gpu(String index) {
    return TestCluster.and(new LabelValue[] {TestCluster.CLUSTER}, gpuOfNode(index));
  }

  private static LabelValue[] gpuOfNode(String gpu) {
    return new LabelValue[] {TestCluster.node("n1"), with(GPU, gpu)};
  }
}
