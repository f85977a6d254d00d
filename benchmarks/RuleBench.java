import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.avg;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.catalog.PrometheusServer;
import io.runboards.catalog.Runai;
import io.runboards.catalog.Unit;
import io.runboards.catalog.Vllm;
import io.runboards.check.Remark;
import io.runboards.check.RuleChecks;
import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.flow.World;
import io.runboards.query.Condition;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.GroupLimits;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.Runbook;
import io.runboards.rules.Urgency;
import io.runboards.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * n groups of ten rules, defined, checked by all checks and written to one file: in each group five
 * recording rules and five alerts about one cluster. Prints what it did.
 *
 * <p>Arguments: how many groups, the file to write.
 */
public final class RuleBench {
  private static final GroupLimits NO_LIMITS = new GroupLimits(20, Integer.MAX_VALUE);
  private static final Label HOST = Label.bounded("host", "Node name without its domain");
  private static final Runbook RUNBOOK =
      means("The cluster does not do its work.")
          .matters("Whoever uses it waits.")
          .steps("Look at the nodes.", "Look at the queues.")
          .silence("While the cluster is being repaired.");

  private RuleBench() {}

  public static void main(String[] args) throws Exception {
    List<RuleGroup> groups =
        IntStream.range(0, Integer.parseInt(args[0])).mapToObj(RuleBench::define).toList();
    RuleBook book = new RuleBook(List.of(ruleFile("rules", "Clusters", "platform").groups(groups)));
    Workspace workspace = Workspace.of(List.of(), book, World.standard(), ClusterVersion.V2_17);
    List<Remark> remarks = RuleChecks.check(workspace, NO_LIMITS);
    OutFile rules = PrometheusFiles.of(Site.usual("bench"), workspace).getFirst();
    Files.writeString(Path.of(args[1]), rules.content(), StandardCharsets.UTF_8);
    System.out.println(report(workspace.book(), remarks));
  }

  private static String report(RuleBook book, List<Remark> remarks) {
    Map<String, Integer> findings = new TreeMap<>();
    remarks.forEach(remark -> findings.merge(remark.finding().id(), 1, Integer::sum));
    return "%d groups, %d recording rules and %d alerts checked; %d findings %s"
        .formatted(
            book.files().getFirst().groups().size(),
            book.recordings().count(),
            book.alerts().count(),
            remarks.size(),
            findings);
  }

  private static RuleGroup define(int number) {
    String id = String.format(Locale.ROOT, "%04d", number);
    List<Rule> rules = new ArrayList<>(recordings(id, is(CLUSTER_ID, "t" + id)));
    rules.addAll(alerts(id, is(CLUSTER_ID, "t" + id), (Recording) rules.getFirst()));
    return group("cluster-" + id, rules);
  }

  // Recording rules

  private static List<Recording> recordings(String id, Condition here) {
    return List.of(
        recording(
            gauge("node:gpu_utilization_" + id + ":avg", Unit.PERCENT, CLUSTER_ID, NODE),
            avg(metric(Runai.GPU_UTILIZATION_PER_GPU).where(here)).by(CLUSTER_ID, NODE)),
        recording(
            gauge("project:gpu_allocated_" + id + ":sum", Unit.GPUS, CLUSTER_ID, PROJECT),
            sum(metric(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT)
                    .where(here, matches(PROJECT, "team-.*")))
                .by(CLUSTER_ID, PROJECT)),
        recording(
            gauge("namespace:restarts_" + id + ":increase1h", Unit.COUNT, NAMESPACE),
            sum(increase(
                    metric(KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL)
                        .where(is(NAMESPACE, "t" + id)),
                    "1h"))
                .by(NAMESPACE)),
        recording(
            gauge("remote:samples_" + id + ":rate5m", Unit.UNKNOWN, REMOTE_NAME),
            sum(rate(
                    metric(PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL)
                        .where(is(REMOTE_NAME, "t" + id)),
                    "5m"))
                .by(REMOTE_NAME)),
        recording(
            gauge("model:latency_" + id + ":p95", Unit.SECONDS, MODEL_NAME),
            histogramQuantile(
                0.95,
                sum(rate(
                        metric(Vllm.E2E_REQUEST_LATENCY_SECONDS.bucket())
                            .where(is(MODEL_NAME, "m" + id)),
                        "5m"))
                    .by(MODEL_NAME, Labels.LE))));
  }

  private static Metric gauge(String name, Unit unit, Label... labels) {
    return Metric.gauge(name, unit, labels);
  }

  // Alerts

  private static List<Alert> alerts(String id, Condition here, Recording load) {
    return List.of(
        alert("GpuIdle" + id, unusedGpu(here), "GPU", GPU),
        alert("WorkloadUnused" + id, unused(here), "workload", WORKLOAD_ID),
        alert("RestartsMany" + id, restarts(id), "namespace", NAMESPACE),
        alert("ProjectGrows" + id, growth(here), "project", PROJECT),
        alert("HostIdle" + id, idle(here, load), "host", HOST));
  }

  private static Alert alert(String name, Series series, String what, Label label) {
    return Alert.alert(name, Urgency.WARNING, series)
        .holding("5m")
        .summary("The %s {{ $labels.%s }} is at {{ $value }}".formatted(what, label.name()))
        .description("It has been so for five minutes.")
        .runbook(RUNBOOK);
  }

  private static Series unused(Condition here) {
    return max(metric(Runai.GPU_UTILIZATION_PER_WORKLOAD).where(here))
        .by(CLUSTER_ID, WORKLOAD_ID)
        .times(
            topk(
                    1,
                    max(metric(Runai.REQUESTED_GPUS_PER_WORKLOAD).where(here))
                        .by(CLUSTER_ID, WORKLOAD_ID, PROJECT))
                .by(CLUSTER_ID, WORKLOAD_ID))
        .on(CLUSTER_ID, WORKLOAD_ID)
        .groupLeft(PROJECT)
        .below(1);
  }

  private static Series restarts(String id) {
    return topk(
            10,
            sum(increase(
                    metric(KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL)
                        .where(matches(NAMESPACE, "team-.*|t" + id)),
                    "30m"))
                .by(NAMESPACE))
        .above(42);
  }

  private static Series growth(Condition here) {
    Series now = allocated("", here);
    return now.minus(allocated("1h", here))
        .on(CLUSTER_ID, PROJECT)
        .dividedBy(clampMin(now, 1))
        .on(CLUSTER_ID, PROJECT)
        .times(100)
        .above(50);
  }

  private static Series allocated(String before, Condition here) {
    var series = metric(Runai.ALLOCATED_GPU_COUNT_PER_PROJECT).where(here);
    return sum(before.isEmpty() ? series : series.offset(before)).by(CLUSTER_ID, PROJECT);
  }

  private static Series unusedGpu(Condition here) {
    return avgOverTime(metric(Runai.GPU_UTILIZATION_PER_GPU).where(here), "1h:5m")
        .below(5)
        .and(metric(Runai.ALLOCATED_GPU_COUNT_PER_GPU).where(here).equalTo(1))
        .on(CLUSTER_ID, NODE, GPU);
  }

  private static Series idle(Condition here, Recording load) {
    return labelReplace(load.read().where(here).below(5), HOST, "$1", NODE, "([^.]+).*")
        .and(
            labelReplace(
                metric(Runai.NODE_CPU_UTILIZATION).where(here).below(0.1),
                HOST,
                "$1",
                NODE,
                "([^.]+).*"))
        .on(CLUSTER_ID, HOST);
  }
}
