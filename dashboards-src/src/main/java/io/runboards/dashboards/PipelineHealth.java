package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.REMOTE_NAME;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.URL;
import static io.runboards.catalog.PrometheusServer.UP;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.StoreRequests;
import io.runboards.alerts.Uids;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;

/** Whether metrics get from the clusters into the store, and out of it again. */
final class PipelineHealth implements DashboardSource {
  private static final DrillDown ONLY =
      linkTo(Uids.PIPELINE, "Only this sender").carrying(INSTANCE);
  private static final DrillDown TENANTS =
      linkTo(Uids.TENANTS, "Tenants of the store").carrying(CLUSTER);
  private static final String NO_SENDERS = "needs the senders' metrics about themselves";

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.PIPELINE, "Metrics store / Pipeline")
        .answers("Are the metrics on the other dashboards fresh and complete?", "metrics platform")
        .in("Metrics store")
        .tagged("metrics-store", "pipeline")
        .relatedTo("metrics-store")
        .variables(Tenants.META, Tenants.STORES, Senders.SENDERS)
        .from("now-6h")
        .rows(overall(), senders(), sending(), store(), rulesAndTargets());
  }

  private static Row overall() {
    return Tiles.of(
        stat("Worst lag")
            .about(
                "How old the newest sample of the sender is that is furthest behind: dashboards"
                    + " show its cluster as it was then.")
            .query(max(Senders.lag()))
            .thresholds(from(0, Palette.BUSY), from(120, Palette.WASTE), from(300, Palette.BROKEN))
            .decimals(0)
            .mayBeEmpty(NO_SENDERS),
        stat("Samples lost")
            .about(
                "Samples a second that a sender gave up: refused by the store, or too old when"
                    + " their turn came. Those that relabelling takes out on purpose do not count.")
            .query(sum(Senders.lost()))
            .thresholds(from(0, Palette.BUSY), from(0.01, Palette.BROKEN))
            .decimals(1)
            .mayBeEmpty(NO_SENDERS),
        stat("Targets down")
            .about("Targets whose last scrape failed.")
            .query(
                count(max(metric(UP)).by(JOB, INSTANCE).equalTo(0)).or(count(metric(UP)).times(0)))
            .thresholds(Scales.faults())
            .decimals(0),
        stat("Failed writes")
            .about(
                "The part of all write requests that the store answered with an error of its own.")
            .query(Store.failedShare(StoreRequests.WRITES))
            .thresholds(
                from(0, Palette.BUSY), from(0.0001, Palette.WASTE), from(0.01, Palette.BROKEN))
            .decimals(2),
        stat("Failed reads")
            .about("The part of all queries that the store answered with an error of its own.")
            .query(Store.failedShare(StoreRequests.READS))
            .thresholds(
                from(0, Palette.BUSY), from(0.001, Palette.WASTE), from(0.05, Palette.BROKEN))
            .decimals(2),
        stat("Members out")
            .about(
                "Members that a ring of the store does not count as active. With one ingester more"
                    + " gone than the replication bears, writes fail.")
            .query(sum(Store.membersOut()).or(sum(Store.members()).times(0)))
            .thresholds(Scales.faults())
            .decimals(0));
  }

  private static Row senders() {
    return row(
        table("Senders")
            .about(
                "Each Prometheus server and target that it writes to. Senders that use all their"
                    + " shards cannot catch up: raise max_shards, or send less.")
            .query(Senders.lag(), "Lag")
            .query(Senders.sent(), "Samples a second")
            .query(Senders.pending(), "Pending")
            .query(Senders.lost().above(0), "Lost a second")
            .query(Senders.shardUse(), "Shards in use")
            .columns(
                column(INSTANCE, Part.named("Sender").drillDown(ONLY)),
                column(REMOTE_NAME, "Target"),
                hidden(JOB),
                hidden(URL),
                column(
                    Part.named("Lag")
                        .coloredText()
                        .decimals(0)
                        .thresholds(
                            from(0, Palette.BUSY),
                            from(120, Palette.WASTE),
                            from(300, Palette.BROKEN))),
                column(Part.named("Samples a second").decimals(0)),
                column(Part.named("Pending").decimals(0)),
                column(
                    Part.named("Lost a second").coloredText().decimals(1).colored(Palette.BROKEN)),
                column(Bars.pressure("Shards in use")))
            .worstFirst("Lag")
            .mayBeEmpty(NO_SENDERS)
            .height(8));
  }

  private static Row sending() {
    return row(
        timeseries("Lag by sender")
            .about("The ten senders that are furthest behind.")
            .query(topk(10, max(Senders.lag()).by(INSTANCE)), "{{instance}}")
            .min(0)
            .thresholds(from(300, Palette.BROKEN))
            .withLimits()
            .mayBeEmpty(NO_SENDERS)
            .legend(Legend.table(LAST, MAX))
            .drillDown(ONLY),
        timeseries("Samples sent and lost")
            .about("Samples a second of all senders. A drop of the first line is a sender gone.")
            .query(sum(Senders.sent()), "Sent")
            .query(sum(Senders.lost()), "Lost")
            .parts(
                Part.named("Sent").in(Palette.BUSY).filled(10),
                Part.named("Lost").in(Palette.BROKEN).filled(40))
            .thick(2)
            .min(0)
            .mayBeEmpty(NO_SENDERS)
            .legend(Legend.list(LAST, MEAN)));
  }

  private static Row store() {
    return row(
        "Store",
        timeseries("Failed requests")
            .about("The part of all requests that the store answered with an error of its own.")
            .query(Store.failedShare(StoreRequests.WRITES), "Writes")
            .query(Store.failedShare(StoreRequests.READS), "Reads")
            .min(0)
            .thick(2)
            .legend(Legend.list(LAST, MAX))
            .width(8),
        timeseries("Slowest requests")
            .about("One in a hundred requests takes longer than this.")
            .query(Store.slowest(StoreRequests.WRITES), "Writes")
            .query(Store.slowest(StoreRequests.READS), "Reads")
            .min(0)
            .thick(2)
            .legend(Legend.list(LAST, MAX))
            .width(8),
        timeseries("Members out by ring")
            .about("Members of a ring that are not active; a rollout shows as a short step.")
            .query(Store.membersOut().above(0), "{{name}}")
            .stepped()
            .min(0)
            .mayBeEmpty("all members are active")
            .legend(Legend.list(LAST, MAX))
            .drillDown(TENANTS)
            .width(8),
        timeseries("Ingester series limit")
            .about(
                "The part of the series that an ingester may hold which it holds, the five fullest"
                    + " ones. At 100 % it refuses all new series, whoever sends them.")
            .query(topk(5, Store.ingesterUse()), "{{pod}}")
            .min(0)
            .max(1)
            .thresholds(from(0.8, Palette.WASTE), from(0.95, Palette.BROKEN))
            .withLimits()
            .mayBeEmpty("needs a limit of series for each ingester")
            .legend(Legend.table(LAST, MAX))
            .drillDown(TENANTS),
        timeseries("Age of compaction")
            .about(
                "Time since a compactor last finished, and since the oldest list of a tenant's"
                    + " blocks was written: queries grow slow, then fail, when they stand still.")
            .query(Store.sinceCompaction(), "Compaction")
            .query(Store.oldestList(), "List of blocks")
            .min(0)
            .thick(2)
            .mayBeEmpty("the compactor has not run yet")
            .legend(Legend.list(LAST, MAX)));
  }

  private static Row rulesAndTargets() {
    return row(
            "Rules and targets of the senders",
            table("Slowest rule groups")
                .about(
                    "The part of its interval that a group's last evaluation took. Above 100 %"
                        + " evaluations are skipped: many Run:ai metrics are results of rules.")
                .query(topk(20, Senders.ruleGroupUse()), "Of interval")
                .columns(
                    column(INSTANCE, Part.named("Sender").drillDown(ONLY)),
                    hidden(JOB),
                    column(RULE_GROUP, "Group"),
                    column(
                        Bars.share("Of interval")
                            .thresholds(
                                Color.TRANSPARENT,
                                from(0, Palette.BUSY),
                                from(0.5, Palette.WASTE),
                                from(1, Palette.BROKEN))))
                .worstFirst("Of interval")
                .mayBeEmpty(NO_SENDERS)
                .width(12),
            table("Targets down")
                .key("list of targets down")
                .about("Targets whose last scrape failed: what they measure is missing.")
                .query(max(metric(UP)).by(JOB, INSTANCE).equalTo(0), "Up")
                .columns(
                    column(JOB, "Job"),
                    column(INSTANCE, "Target"),
                    column(
                        Part.named("Up")
                            .coloredText()
                            .mapped(Mapping.value(0, "down"))
                            .colored(Palette.BROKEN)))
                .mayBeEmpty("every target is up")
                .width(12))
        .height(9);
  }
}
