package io.runboards.alerts;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.PrometheusServer.SCRAPE_SAMPLES_POST_METRIC_RELABELING;
import static io.runboards.catalog.PrometheusServer.TSDB_HEAD_SERIES;
import static io.runboards.catalog.PrometheusServer.UP;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.countOverTime;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Runbook.means;

import io.runboards.query.Condition;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Urgency;
import java.util.List;

/** Whether a Prometheus gets what it should from its targets, and not more than it bears. */
final class Targets {
  /** The jobs without which nobody sees GPUs. */
  private static final Condition GPU_JOBS = matches(JOB, "(?i).*(dcgm|gpu|nvidia|runai).*");

  static final Alert DOWN =
      alert(
              "GpuTargetsDown",
              Urgency.WARNING,
              down().and(down().dividedBy(known()).on(JOB).above(0.1)).on(JOB))
          .holding("10m")
          .summary("{{ $value | humanize }} targets of {{ $labels.job }} are down")
          .description(
              "More than a tenth of the targets of this job cannot be scraped. The GPUs or"
                  + " workloads that they measure are missing from dashboards, sums are too low, and"
                  + " alerts about them cannot fire.")
          .lookAt(Links.PIPELINE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "For ten minutes, scrapes of more than 10 % of a job's targets have failed."
                          + " One of many that restarts is no alarm.")
                  .matters("A GPU that is not measured looks like one that does not exist.")
                  .steps(
                      "Open the pipeline dashboard, table of targets down, and look what they have"
                          + " in common: a node pool, a zone, a new version?",
                      "Open the page /targets and read the error: refused, timed out, 401 or a"
                          + " broken line.",
                      "Refused: look at the pods of the exporter on those nodes.",
                      "Timed out: the exporter or its node is overloaded; compare with the node's"
                          + " dashboard.",
                      "dcgm-exporter that restarts: look at its log for the driver and its memory"
                          + " limit.")
                  .silence(
                      "While nodes are being upgraded, for the length of the rollout. Watch that"
                          + " the number falls node by node."));

  static final Alert GONE =
      alert(
              "GpuJobGone",
              Urgency.WARNING,
              count(countOverTime(metric(UP).where(GPU_JOBS), "1d"))
                  .by(JOB)
                  .unless(known())
                  .on(JOB))
          .holding("15m")
          .summary("No target of {{ $labels.job }} is left")
          .description(
              "The job had {{ $value | humanize }} targets within the last day and has none now."
                  + " Unlike a target that is down, nothing else tells: its series just end, and its"
                  + " alerts resolve.")
          .lookAt(Links.PIPELINE, Links.NODES_ANYWHERE)
          .runbook(
              means("For a quarter of an hour Prometheus has not known any target of this job.")
                  .matters("All that the job measures is missing, and alerts about it are silent.")
                  .steps(
                      "Look whether the exporter still runs, and whether its service has endpoints.",
                      "Look at the labels of its ServiceMonitor or at the file of its targets: did"
                          + " somebody change a selector?",
                      "Look on the page /service-discovery whether targets are found and then"
                          + " dropped by relabelling.",
                      "If the job was renamed, look for panels and rules that name the old one.")
                  .silence(
                      "For a day after the job was removed or renamed on purpose. Watch that the"
                          + " new one has as many targets."));

  static final Alert OVER_BUDGET =
      alert(
              "CardinalityJobOverBudget",
              Urgency.WARNING,
              sum(max(metric(SCRAPE_SAMPLES_POST_METRIC_RELABELING)).by(JOB, INSTANCE))
                  .by(JOB)
                  .above(10_000))
          .holding("30m")
          .summary("{{ $labels.job }} has {{ $value | humanize }} series")
          .description(
              "A job should have fewer than 10,000 series after relabelling. Each costs memory here"
                  + " and in the store for as long as it lives, and brings the tenant nearer to its"
                  + " limit.")
          .lookAt(Links.CARDINALITY)
          .runbook(
              means(
                      "For half an hour, the scrapes of a job have delivered more than 10,000"
                          + " samples each time, which is about as many series.")
                  .matters("Series that nobody reads make every query slower and dearer.")
                  .steps(
                      "Open the cardinality dashboard for the job and find its largest metrics.",
                      "Find the label with most values: a pod, a request or a person in a label is"
                          + " the usual reason.",
                      "Drop the label with labeldrop, or metrics that no panel and no rule reads"
                          + " with drop, in metric_relabel_configs.",
                      "If the job is large by right, such as one with a target on each of many"
                          + " nodes, give it a budget of its own and silence it here.")
                  .silence(
                      "For good, by a rule on the job's name, where the size is agreed. Watch the"
                          + " tenant's use of its limit instead."));

  static final Alert GROWING =
      alert("PrometheusSeriesGrowing", Urgency.WARNING, growth().above(1.5))
          .holding("30m")
          .summary(
              "{{ $labels.instance }} has {{ $value | humanizePercentage }} of the series that it"
                  + " had a day ago")
          .description(
              "At this pace the Prometheus runs out of memory within days, and while it restarts"
                  + " nobody watches the cluster.")
          .lookAt(Links.CARDINALITY, Links.SENDER)
          .runbook(
              means(
                      "For half an hour, a Prometheus has held half as many series again as at this"
                          + " time yesterday.")
                  .matters(
                      "Memory follows the number of series. After it is killed it reads back its"
                          + " log for minutes, and may be killed again.")
                  .steps(
                      "Open the cardinality dashboard: which job or metric is larger than"
                          + " yesterday?",
                      "Many short jobs or pods make many series that end soon: look for labels with"
                          + " their names.",
                      "Compare the memory in use with the limit of the pod.",
                      "Drop what nobody reads; raise the memory if the cluster has grown.")
                  .silence(
                      "For a day after the cluster was enlarged. Watch the memory of the"
                          + " Prometheus."));

  static final List<Alert> ALERTS = List.of(DOWN, GONE, OVER_BUDGET, GROWING);

  private Targets() {}

  /** Two replicas of a Prometheus see the same targets: they count once. */
  private static Series each() {
    return max(metric(UP).where(GPU_JOBS)).by(JOB, INSTANCE);
  }

  private static Series known() {
    return count(each()).by(JOB);
  }

  private static Series down() {
    return count(each().equalTo(0)).by(JOB);
  }

  private static Series growth() {
    Selected series = metric(TSDB_HEAD_SERIES);
    return max(series)
        .by(JOB, INSTANCE)
        .dividedBy(max(series.offset("1d")).by(JOB, INSTANCE))
        .on(JOB, INSTANCE);
  }
}
