package io.runboards.alerts;

import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.DAEMONSET;
import static io.runboards.catalog.Labels.DEPLOYMENT;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.RESOURCE;
import static io.runboards.catalog.Labels.STATEFULSET;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;
import static io.runboards.rules.Urgency.CRITICAL;
import static io.runboards.rules.Urgency.WARNING;

import io.runboards.catalog.Cadvisor;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.Runbook;
import java.util.List;

/**
 * The services of Run:ai itself, on the clusters and in the control plane.
 *
 * <p>Names, severities and limits are those of the public list, so that routes to them go on
 * working. All clusters have the same namespaces: what one exporter says of one object is compared
 * first and only then put together, so that a healthy cluster does not hide a broken one.
 */
public final class ControlPlane implements RuleSource {
  private static final List<Label> ONE_CONTAINER = List.of(NAMESPACE, POD, CONTAINER);
  private static final String WHILE_UPGRADED =
      "While Run:ai or its nodes are upgraded, for the namespace that is upgraded.";
  private static final String MEMORY_SUMMARY =
      "{{ $labels.namespace }}/{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its"
          + " memory limit";
  private static final Runbook MEMORY =
      means("A container of Run:ai has been near its memory limit without a pause.")
          .matters(
              "At the limit the kernel kills it. What it serves pauses until it is up again, and"
                  + " if it needs the memory, it is killed again.")
          .steps(
              "See all containers of the pod: `kubectl -n <namespace> top pod <pod>"
                  + " --containers`.",
              "See whether memory grows without end or with the load: open the pod's dashboard"
                  + " and choose seven days.",
              "If it grows without end, restart it in a quiet hour: `kubectl -n <namespace>"
                  + " rollout restart <deployment>`. Then report it to the vendor with the logs.",
              "If the cluster has grown, raise the limit in the values of the Run:ai chart or in"
                  + " RunaiConfig, not by hand: the operator undoes what is changed by hand.",
              "See whether it was killed before: `kubectl -n <namespace> describe pod <pod>`, at"
                  + " Last State.")
          .silence("While a higher limit is rolled out, for that pod.");

  static final Alert MEMORY_WARNING =
      alert("RunaiContainerMemoryUsageWarning", WARNING, memoryUse().above(0.8))
          .holding("10m")
          .summary(MEMORY_SUMMARY)
          .description(
              "Container {{ $labels.container }} of Run:ai has been above 80 % of its memory limit"
                  + " for ten minutes. There is still time to raise the limit before it is"
                  + " killed.")
          .lookAt(Links.POD_ANYWHERE)
          .runbook(MEMORY);

  static final Alert MEMORY_CRITICAL =
      alert("RunaiContainerMemoryUsageCritical", CRITICAL, memoryUse().above(0.9))
          .holding("5m")
          .summary(MEMORY_SUMMARY)
          .description(
              "Container {{ $labels.container }} of Run:ai is about to be killed for lack of"
                  + " memory. Then scheduling, metrics or the console pause, depending on what it"
                  + " serves.")
          .lookAt(Links.POD_ANYWHERE)
          .runbook(MEMORY);

  /** Two restarts in the window read as 2.2, because rates reach out to its ends. */
  static final Alert RESTARTING =
      alert(
              "RunaiContainerRestarting",
              WARNING,
              max(increase(ours(KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL), "10m"))
                  .by(ONE_CONTAINER)
                  .above(2.5))
          .holding("2m")
          .keepFiring("10m")
          .summary("{{ $labels.namespace }}/{{ $labels.pod }} restarts again and again")
          .description(
              "Container {{ $labels.container }} of Run:ai was restarted more than twice within"
                  + " ten minutes. What it serves is away at each restart, and for longer each"
                  + " time.")
          .lookAt(Links.POD_ANYWHERE)
          .runbook(
              means("A container of Run:ai was restarted more than twice within ten minutes.")
                  .matters(
                      "Its service comes and goes: workloads may not be scheduled, metrics may"
                          + " have gaps, the console may show errors.")
                  .steps(
                      "Read why the last one ended: `kubectl -n <namespace> logs <pod> -c"
                          + " <container> --previous --tail=100`.",
                      "See exit code and events: `kubectl -n <namespace> describe pod <pod>`."
                          + " OOMKilled asks for a higher limit; a failed probe for patience, or"
                          + " for CPU.",
                      "See what changed: `helm history -n <namespace> <release>`. If an upgrade"
                          + " began it, go back: `helm rollback -n <namespace> <release>`.",
                      "See whether others on its node suffer too: `kubectl get pods -A"
                          + " --field-selector=spec.nodeName=<node>`. Then the node is ill.",
                      "Otherwise collect the logs of the namespace for the vendor.")
                  .silence(WHILE_UPGRADED));

  static final Alert CPU_WARNING =
      alert(
              "RunaiCpuUsageWarning",
              WARNING,
              max(rate(containers(Cadvisor.CPU_USAGE_SECONDS_TOTAL), "5m"))
                  .by(ONE_CONTAINER)
                  .dividedBy(limit("cpu"))
                  .on(ONE_CONTAINER)
                  .above(0.8))
          .holding("10m")
          .summary(
              "{{ $labels.namespace }}/{{ $labels.pod }} uses {{ $value | humanizePercentage }} of"
                  + " its CPU limit")
          .description(
              "Container {{ $labels.container }} of Run:ai has been above 80 % of its CPU limit"
                  + " for ten minutes. Near the limit it is slowed down, and with it scheduling"
                  + " or the console.")
          .lookAt(Links.POD_ANYWHERE)
          .runbook(
              means("A container of Run:ai has been near its CPU limit for ten minutes.")
                  .matters("It answers slowly. Who waits for it may give up and try again.")
                  .steps(
                      "See all containers of the pod: `kubectl -n <namespace> top pod <pod>"
                          + " --containers`.",
                      "See whether the load has grown: many more workloads, users or nodes than"
                          + " last week.",
                      "See whether it does something again and again: `kubectl -n <namespace> logs"
                          + " <pod> -c <container> --since=10m | sort | uniq -c | sort -rn |"
                          + " head`.",
                      "Raise the limit in the values of the Run:ai chart or in RunaiConfig, or add"
                          + " replicas where the service allows it.")
                  .silence("While a higher limit is rolled out, for that pod."));

  static final Alert DAEMON_SET_UNAVAILABLE =
      alert(
              "RunaiDaemonSetUnavailableOnNodes",
              CRITICAL,
              max(ours(KubeStateMetrics.DAEMONSET_STATUS_NUMBER_UNAVAILABLE))
                  .by(NAMESPACE, DAEMONSET)
                  .above(0))
          .holding("15m")
          .summary("{{ $labels.daemonset }} is not available on {{ $value }} nodes")
          .description(
              "An agent of Run:ai has been missing on some nodes for a quarter of an hour. On them"
                  + " fractions of GPUs do not work, or their metrics are missing, so that new"
                  + " workloads fail there.")
          .lookAt(Links.NAMESPACE_ANYWHERE, Links.NODES_ANYWHERE)
          .runbook(
              means("A DaemonSet of Run:ai lacks available pods on nodes where it should run.")
                  .matters(
                      "Workloads that start on these nodes fail or run without their share of the"
                          + " GPU being kept. Alerts about their GPUs are blind.")
                  .steps(
                      "Find the nodes: `kubectl -n <namespace> get pods -o wide | grep"
                          + " <daemonset>`.",
                      "If a node itself is not ready, `kubectl get nodes` shows it: mend the node"
                          + " first.",
                      "Read why the pod does not start: `kubectl -n <namespace> describe pod"
                          + " <pod>` and `kubectl -n <namespace> logs <pod> --all-containers"
                          + " --tail=50`.",
                      "If the GPU driver is the cause: `kubectl -n gpu-operator get pods -o wide |"
                          + " grep <node>`.",
                      "Keep new workloads off until it is mended: `kubectl cordon <node>`.")
                  .silence("While nodes are replaced or their drivers upgraded."));

  static final Alert DEPLOYMENT_UNAVAILABLE =
      alert(
              "RunaiDeploymentUnavailableReplicas",
              WARNING,
              max(ours(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_UNAVAILABLE))
                  .by(NAMESPACE, DEPLOYMENT)
                  .above(0))
          .holding("15m")
          .summary("{{ $labels.deployment }} lacks {{ $value }} pods")
          .description(
              "A service of Run:ai has had fewer pods than it should for a quarter of an hour. The"
                  + " others still serve; if they go too, the service is gone.")
          .lookAt(Links.NAMESPACE_ANYWHERE)
          .runbook(
              means("A deployment of Run:ai lacks available pods.")
                  .matters("The service has less in reserve, or an upgrade is stuck halfway.")
                  .steps(
                      "See the pods: `kubectl -n <namespace> get pods -o wide | grep"
                          + " <deployment>`.",
                      "If one is Pending, read why: `kubectl -n <namespace> describe pod <pod>`,"
                          + " at Events. Most often CPU or memory of the nodes is used up.",
                      "If one crashes, read its log: `kubectl -n <namespace> logs <pod> --previous"
                          + " --tail=100`.",
                      "If an upgrade is stuck: `kubectl -n <namespace> rollout status"
                          + " deployment/<deployment>`, then `helm rollback -n <namespace>"
                          + " <release>`.")
                  .silence(WHILE_UPGRADED));

  static final Alert DEPLOYMENT_GONE =
      alert(
              "RunaiDeploymentNoAvailableReplicas",
              CRITICAL,
              max(ours(KubeStateMetrics.DEPLOYMENT_STATUS_REPLICAS_AVAILABLE)
                      .equalTo(0)
                      .and(ours(KubeStateMetrics.DEPLOYMENT_SPEC_REPLICAS).above(0)))
                  .by(NAMESPACE, DEPLOYMENT))
          .holding("5m")
          .summary("{{ $labels.deployment }} has no pod that is available")
          .description(
              "A service of Run:ai in {{ $labels.namespace }} has been down for five minutes."
                  + " Running workloads go on, but scheduling, metrics or the console may stand"
                  + " still, depending on which one it is.")
          .lookAt(Links.NAMESPACE_ANYWHERE)
          .runbook(
              means("A deployment of Run:ai should have pods, and none of them is available.")
                  .matters(
                      "Its service is down. Without the scheduler no workload starts, without the"
                          + " backend nobody can sign in.")
                  .steps(
                      "See pods and events: `kubectl -n <namespace> get pods -o wide | grep"
                          + " <deployment>` and `kubectl -n <namespace> get events"
                          + " --sort-by=.lastTimestamp | tail -30`.",
                      "If they crash: `kubectl -n <namespace> logs <pod> --previous --tail=100`.",
                      "If they are Pending, see whether their nodes are ready and have room:"
                          + " `kubectl get nodes` and `kubectl describe node <node>`.",
                      "If several deployments are down at once, look at what they share first: the"
                          + " database, the network, the certificate of the control plane.",
                      "If an upgrade began it: `helm rollback -n <namespace> <release>`.")
                  .silence(WHILE_UPGRADED));

  static final Alert STATEFUL_SET_INSUFFICIENT =
      alert(
              "RunaiStatefulSetInsufficientReplicas",
              CRITICAL,
              max(ours(KubeStateMetrics.STATEFULSET_REPLICAS)
                      .minus(ours(KubeStateMetrics.STATEFULSET_STATUS_REPLICAS_READY)))
                  .by(NAMESPACE, STATEFULSET)
                  .above(0))
          .holding("15m")
          .summary("{{ $labels.statefulset }} lacks {{ $value }} pods that are ready")
          .description(
              "A database or another service of Run:ai that keeps data has lacked pods for a"
                  + " quarter of an hour. If it is the only one, the control plane or the metrics"
                  + " are down; if not, one more loss may cost data.")
          .lookAt(Links.NAMESPACE_ANYWHERE)
          .runbook(
              means("A StatefulSet of Run:ai has fewer ready pods than it should.")
                  .matters(
                      "These pods hold data: workloads, users, metrics. Without them the console"
                          + " shows errors or nothing.")
                  .steps(
                      "See the pods: `kubectl -n <namespace> get pods -o wide | grep"
                          + " <statefulset>`.",
                      "Read why it is not ready: `kubectl -n <namespace> describe pod <pod>` and"
                          + " `kubectl -n <namespace> logs <pod> --tail=100`.",
                      "See whether its volume is there and not full: `kubectl -n <namespace> get"
                          + " pvc` and `kubectl -n <namespace> exec <pod> -- df -h`.",
                      "If its node is gone and the volume is bound to it, bring the node back"
                          + " before anything else.",
                      "Never delete a volume claim without a backup that was tried.")
                  .silence(WHILE_UPGRADED));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("control-plane", "Services of Run:ai itself", "platform")
        .groups(
            group(
                "runai-control-plane",
                MEMORY_WARNING,
                MEMORY_CRITICAL,
                RESTARTING,
                CPU_WARNING,
                DAEMON_SET_UNAVAILABLE,
                DEPLOYMENT_UNAVAILABLE,
                DEPLOYMENT_GONE,
                STATEFUL_SET_INSUFFICIENT))
        .tests(ControlPlaneTests.all());
  }

  private static Selected ours(Metric metric) {
    return metric(metric).where(matches(NAMESPACE, "runai|runai-backend"));
  }

  private static Selected containers(Metric metric) {
    return ours(metric).where(isNot(CONTAINER, ""));
  }

  /** The share of the limit that each container uses; those without a limit are left out. */
  private static Series memoryUse() {
    return max(containers(Cadvisor.MEMORY_WORKING_SET_BYTES))
        .by(ONE_CONTAINER)
        .dividedBy(limit("memory"))
        .on(ONE_CONTAINER);
  }

  /** As Kubernetes has it: what the container itself reports is often dropped at the scrape. */
  private static Series limit(String resource) {
    return max(ours(KubeStateMetrics.POD_CONTAINER_RESOURCE_LIMITS).where(is(RESOURCE, resource)))
        .by(ONE_CONTAINER)
        .above(0);
  }
}
