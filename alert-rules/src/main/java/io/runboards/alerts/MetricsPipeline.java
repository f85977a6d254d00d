package io.runboards.alerts;

import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.URL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_FAILED_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SAMPLES_TOTAL;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_DESIRED;
import static io.runboards.catalog.PrometheusServer.REMOTE_STORAGE_SHARDS_MAX;
import static io.runboards.catalog.PrometheusServer.RULE_EVALUATION_FAILURES_TOTAL;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_INTERVAL_SECONDS;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_LAST_DURATION_SECONDS;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.timestamp;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;
import java.util.stream.Stream;

/** Whether the Prometheus of a cluster sees everything, evaluates its rules and passes all on. */
public final class MetricsPipeline implements RuleSource {
  private static final List<Label> SENDER = List.of(JOB, INSTANCE, REMOTE_NAME, URL);
  private static final List<Label> GROUP = List.of(JOB, INSTANCE, RULE_GROUP);

  public static final Alert BEHIND =
      alert("RemoteWriteBehind", Urgency.CRITICAL, lag().above(120))
          .holding("15m")
          .summary(
              "{{ $labels.instance }} is {{ $value | humanizeDuration }} behind in sending to"
                  + " {{ $labels.remote_name }}")
          .description(
              "What the store shows of this cluster is minutes old, and so are the alerts that it"
                  + " evaluates. If the sender falls two hours behind, samples are lost for good.")
          .lookAt(Links.SENDER)
          .runbook(
              means(
                      "When it was last scraped, the newest sample that was sent was more than two"
                          + " minutes old, for a quarter of an hour.")
                  .matters(
                      "Dashboards and reports show the past without saying so. A store that is more"
                          + " than five minutes behind has no value for now: there the alert"
                          + " TenantSilent tells.")
                  .steps(
                      "Open the pipeline dashboard: are all senders late? Then look at the store"
                          + " first, see StoreWritesFailing and StoreWritesSlow.",
                      "Look at the sender's log for the answers that it gets: 401, 429 and 5xx have"
                          + " different owners.",
                      "If it uses all its shards, see RemoteWriteShardsMaxed.",
                      "If it never sent anything since it started, the address or the key of"
                          + " remote_write is wrong.",
                      "Look whether the CPU of the sender is throttled.")
                  .silence(
                      "While it catches up after an outage, for an hour. Watch that the lag"
                          + " falls."));

  public static final Alert DROPPING =
      alert("RemoteWriteDropping", Urgency.WARNING, lostShare().above(0.001))
          .holding("15m")
          .summary(
              "{{ $labels.instance }} loses {{ $value | humanizePercentage }} of the samples for"
                  + " {{ $labels.remote_name }}")
          .description(
              "These samples will never arrive in the store: it refused them, or they were too old"
                  + " when their turn came. Series there have gaps, and reports count too little.")
          .lookAt(Links.SENDER)
          .runbook(
              means(
                      "For a quarter of an hour, more than one in a thousand samples was given up."
                          + " Those that relabelling takes out on purpose do not count.")
                  .matters("The cluster's own Prometheus has them, the store does not.")
                  .steps(
                      "Read the sender's log: the store says why it refuses samples.",
                      "Limits and samples out of order: the alert TenantSamplesDiscarded names the"
                          + " reason.",
                      "Too old: the sender was behind for long; see RemoteWriteBehind.",
                      "Native histograms with custom buckets need the second version of the remote"
                          + " write protocol, or stay behind.")
                  .silence(
                      "While a limit is being raised, for an hour. Watch that the share falls."));

  public static final Alert SHARDS_MAXED =
      alert(
              "RemoteWriteShardsMaxed",
              Urgency.WARNING,
              worst(REMOTE_STORAGE_SHARDS_DESIRED)
                  .dividedBy(worst(REMOTE_STORAGE_SHARDS_MAX))
                  .on(SENDER)
                  .above(1))
          .holding("15m")
          .summary(
              "{{ $labels.instance }} needs {{ $value | humanizePercentage }} of the shards that it"
                  + " may use for {{ $labels.remote_name }}")
          .description(
              "The sender cannot keep up with as many parallel requests as it is allowed. It falls"
                  + " further behind for as long as this lasts.")
          .lookAt(Links.SENDER)
          .runbook(
              means("For a quarter of an hour the sender has wanted more shards than max_shards.")
                  .matters("It comes before RemoteWriteBehind, and explains it.")
                  .steps(
                      "Look whether the store answers slowly: then more shards make it worse.",
                      "Send less: drop what nobody reads with write_relabel_configs.",
                      "Send larger requests: raise max_samples_per_send.",
                      "Raise max_shards a little, and look at the memory of the sender.")
                  .silence("While it catches up after an outage. Watch the lag."));

  public static final Alert RULES_FAILING =
      alert(
              "PrometheusRulesFailing",
              Urgency.WARNING,
              sum(increase(metric(RULE_EVALUATION_FAILURES_TOTAL), "10m")).by(GROUP).above(0))
          .holding("10m")
          .summary("Rules fail on {{ $labels.instance }}: {{ $labels.rule_group }}")
          .description(
              "A rule of this group cannot be evaluated. If it is an alert, it never fires; if it"
                  + " records, panels and alerts that read it are empty.")
          .lookAt(Links.SENDER)
          .runbook(
              means("For ten minutes, evaluations of a rule group have failed again and again.")
                  .matters("A broken alert looks like a quiet one.")
                  .steps(
                      "Open the page /rules of this Prometheus and read the error.",
                      "many-to-many or duplicate series: somebody's labels have changed; aggregate"
                          + " before the join.",
                      "query processing would load too many samples: let the rule read a recorded"
                          + " series, or shorten its range.",
                      "Mend the rule where it is written, generate and deploy again.")
                  .silence("While it is being mended, for a day. Watch what it would have told."));

  public static final Alert GROUP_SLOW =
      alert("RuleGroupSlow", Urgency.WARNING, timeUsed().above(0.9))
          .holding("10m")
          .summary(
              "{{ $labels.rule_group }} takes {{ $value | humanizePercentage }} of its interval on"
                  + " {{ $labels.instance }}")
          .description(
              "From 100 % on, evaluations of this group are skipped. Many Run:ai metrics are"
                  + " results of rules: they go stale, and alerts come late.")
          .lookAt(Links.SENDER)
          .runbook(
              means(
                      "For ten minutes, the evaluation of a rule group has taken more than 90 % of"
                          + " the time that it has.")
                  .matters("What reads the group's series shows old values or none.")
                  .steps(
                      "Open the pipeline dashboard, row of rules: is it one group or all?",
                      "All: compare CPU and memory of the Prometheus with their limits.",
                      "One: open /rules and find the rule that takes longest.",
                      "Let it read recorded series, split the group, or let it run less often.")
                  .silence("While the group is being split, for a day. Watch its duration."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("metrics-pipeline", "From the targets to the store", "observability")
        .groups(
            group("metrics-pipeline-sending", BEHIND, DROPPING, SHARDS_MAXED),
            group("metrics-pipeline-rules", RULES_FAILING, GROUP_SLOW),
            group("metrics-pipeline-targets", Targets.ALERTS))
        .tests(tests());
  }

  private static List<RuleTest> tests() {
    return Stream.of(MetricsPipelineTests.tests(), TargetsTests.tests())
        .flatMap(List::stream)
        .toList();
  }

  /** Measured at the moment of the scrape: neither its interval nor a late rule adds to it. */
  private static Series lag() {
    Selected sent = metric(REMOTE_STORAGE_QUEUE_HIGHEST_SENT_TIMESTAMP_SECONDS);
    return max(timestamp(sent).minus(sent)).by(SENDER);
  }

  private static Series lostShare() {
    Series all = perSecond(metric(REMOTE_STORAGE_SAMPLES_TOTAL));
    Series failed = perSecond(metric(REMOTE_STORAGE_SAMPLES_FAILED_TOTAL));
    Series dropped =
        perSecond(
            metric(REMOTE_STORAGE_SAMPLES_DROPPED_TOTAL).where(isNot(REASON, "dropped_series")));
    Series none = all.times(0);
    return failed
        .or(none)
        .on(SENDER)
        .plus(dropped.or(none).on(SENDER))
        .on(SENDER)
        .dividedBy(all.above(0))
        .on(SENDER);
  }

  private static Series timeUsed() {
    return max(metric(RULE_GROUP_LAST_DURATION_SECONDS))
        .by(GROUP)
        .dividedBy(max(metric(RULE_GROUP_INTERVAL_SECONDS)).by(GROUP))
        .on(GROUP);
  }

  private static Series worst(Metric metric) {
    return max(metric(metric)).by(SENDER);
  }

  private static Series perSecond(Selected counter) {
    return sum(rate(counter, "5m")).by(SENDER);
  }
}
