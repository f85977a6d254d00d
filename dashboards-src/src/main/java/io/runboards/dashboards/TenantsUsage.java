package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.RULE_GROUP;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Table.hidden;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.alerts.TenantUse;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Reducer;
import io.runboards.dashboard.Row;
import io.runboards.query.Series;

/** What the tenants of a metrics store send, and who is near a limit. */
final class TenantsUsage implements DashboardSource {
  private static final TenantUse TENANTS = Tenants.ofReader();
  private static final String WINDOW = "$__rate_interval";
  private static final double NEARLY = 0.8;
  private static final double TEN_MINUTES = 600;
  private static final DrillDown ONLY =
      linkTo(Uids.TENANTS, "Only this tenant").carrying(CLUSTER, TENANT);
  private static final DrillDown CARDINALITY =
      linkTo(Uids.CARDINALITY, "Cardinality (choose the tenant's data source there)");

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.TENANTS, "Metrics store / Tenants")
        .answers("Which tenants grow, hit a limit or went silent?", "metrics platform")
        .in("Metrics store")
        .tagged("metrics-store", "tenants")
        .relatedTo("metrics-store")
        .variables(Tenants.META, Tenants.STORES, Tenants.TENANTS)
        .from("now-24h")
        .rows(now(), each(), usage(), rejections(), rules());
  }

  private static Row now() {
    return Tiles.of(
        stat("Active series")
            .about("Series that got samples lately, each one counted once.")
            .query(sum(TENANTS.activeSeries()))
            .unit("short")
            .colored(Palette.CAPACITY)
            .decimals(1),
        stat("Samples a second")
            .about("Samples that were accepted.")
            .query(sum(TENANTS.received()))
            .unit("short")
            .colored(Palette.CAPACITY)
            .decimals(1),
        stat("Rejected samples")
            .about("The part of all samples that was refused: each of them is lost.")
            .query(sum(TENANTS.rejected()).dividedBy(sum(TENANTS.incoming())))
            .thresholds(
                from(0, Palette.BUSY), from(0.0001, Palette.WASTE), from(0.01, Palette.BROKEN))
            .decimals(2),
        stat("Near a limit")
            .about(
                "Tenants that use more than 80 % of what they may have of series or of samples a"
                    + " second. At 100 % the store refuses what is new.")
            .query(
                count(
                        TENANTS
                            .seriesLimitUse()
                            .above(NEARLY)
                            .or(TENANTS.rateLimitUse().above(NEARLY))
                            .on(CLUSTER, NAMESPACE, TENANT))
                    .or(TENANTS.none()))
            .thresholds(from(0, Palette.BUSY), from(1, Palette.BROKEN))
            .decimals(0),
        stat("Silent tenants")
            .about("Tenants whose newest sample is older than ten minutes.")
            .query(count(TENANTS.silentFor().above(TEN_MINUTES)).or(TENANTS.none()))
            .thresholds(from(0, Palette.BUSY), from(1, Palette.BROKEN))
            .decimals(0),
        stat("Failing rules")
            .about(
                "The part of all rule queries that failed by fault of the store. Recorded series"
                    + " have gaps there, and alerts may not fire.")
            .query(TENANTS.failingRules())
            .thresholds(
                from(0, Palette.BUSY), from(0.001, Palette.WASTE), from(0.05, Palette.BROKEN))
            .noValue("no rules")
            .decimals(1)
            .mayBeEmpty("needs rules in the store"));
  }

  private static Row each() {
    return row(
        table("Tenants")
            .about(
                "A limit of 0 means none, and the bar stays empty. Click a tenant to see it alone,"
                    + " or to see which metrics and labels make it large.")
            .query(TENANTS.activeSeries(), "Series")
            .query(TENANTS.seriesLimitUse(), "Of series limit")
            .query(TENANTS.received(), "Samples a second")
            .query(TENANTS.rateLimitUse(), "Of rate limit")
            .query(TENANTS.rejectedShare().above(0), "Rejected")
            .query(TENANTS.silentFor(), "Newest sample")
            .columns(
                column(TENANT, Part.named("Tenant").drillDown(ONLY).drillDown(CARDINALITY)),
                hidden(CLUSTER),
                column(NAMESPACE, "Store"),
                column(Part.named("Series").unit("short").decimals(1)),
                column(Bars.pressure("Of series limit")),
                column(Part.named("Samples a second").unit("short").decimals(1)),
                column(Bars.pressure("Of rate limit").unit(Unit.RATIO)),
                column(
                    Part.named("Rejected")
                        .coloredText()
                        .decimals(2)
                        .thresholds(from(0, Palette.WASTE), from(0.01, Palette.BROKEN))),
                column(
                    Part.named("Newest sample")
                        .coloredText()
                        .decimals(0)
                        .thresholds(
                            from(0, Palette.BUSY),
                            from(120, Palette.WASTE),
                            from(TEN_MINUTES, Palette.BROKEN))))
            .worstFirst("Of series limit")
            .height(12));
  }

  private static Row usage() {
    return row(
        timeseries("Active series by tenant")
            .about("The ten largest tenants. A line that only rises will meet its limit.")
            .query(topk(10, sum(TENANTS.activeSeries()).by(TENANT)), "{{user}}")
            .min(0)
            .legend(Legend.table(Reducer.LAST, Reducer.MEAN))
            .drillDown(ONLY)
            .height(9),
        timeseries("Samples by tenant")
            .about("Samples a second of the ten tenants that send most, accepted or not.")
            .query(topk(10, sum(TENANTS.incoming()).by(TENANT)), "{{user}}")
            .min(0)
            .legend(Legend.table(Reducer.LAST, Reducer.MEAN))
            .drillDown(ONLY)
            .height(9));
  }

  private static Row rejections() {
    return row(
        timeseries("Rejected samples by reason")
            .about(
                "Samples a second that were refused. Limits are raised, or the tenant sends less;"
                    + " samples out of order come from two senders of the same series.")
            .query(
                topk(
                    10,
                    sum(rate(metric(Mimir.DISCARDED_SAMPLES_TOTAL).where(TENANTS.chosen()), WINDOW))
                        .by(TENANT, REASON)
                        .above(0)),
                "{{user}} {{reason}}")
            .min(0)
            .mayBeEmpty("no sample was rejected")
            .legend(Legend.table(Reducer.LAST))
            .drillDown(ONLY)
            .height(9),
        timeseries("Age of newest sample")
            .about("How long ago the ten most silent tenants last sent something.")
            .query(topk(10, max(TENANTS.silentFor()).by(TENANT)), "{{user}}")
            .min(0)
            .thresholds(from(TEN_MINUTES, Palette.BROKEN))
            .withLimits()
            .legend(Legend.table(Reducer.LAST, Reducer.MAX))
            .drillDown(ONLY)
            .height(9));
  }

  private static Row rules() {
    Series slowest = topk(20, ofGroups(Mimir.PROMETHEUS_RULE_GROUP_LAST_DURATION_SECONDS));
    return row(
            "Rules",
            table("Slowest rule groups")
                .about(
                    "The twenty groups that took longest. A group that takes longer than its"
                        + " interval skips evaluations.")
                .query(slowest, "Duration")
                .query(
                    ofGroups(Mimir.PROMETHEUS_RULE_GROUP_RULES)
                        .and(slowest)
                        .on(CLUSTER, TENANT, RULE_GROUP),
                    "Rules")
                .columns(
                    column(TENANT, Part.named("Tenant").drillDown(ONLY)),
                    hidden(CLUSTER),
                    column(RULE_GROUP, "Group"),
                    column(Part.named("Rules").decimals(0)),
                    column(
                        Part.named("Duration")
                            .coloredText()
                            .decimals(1)
                            .thresholds(
                                from(0, Palette.BUSY),
                                from(30, Palette.WASTE),
                                from(60, Palette.BROKEN))))
                .worstFirst("Duration")
                .mayBeEmpty("needs rules in the store"))
        .closed();
  }

  private static Series ofGroups(Metric metric) {
    return max(metric(metric).where(TENANTS.chosen())).by(CLUSTER, TENANT, RULE_GROUP);
  }
}
