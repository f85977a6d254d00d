package io.runboards.dashboards;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.catalog.Labels.SLO;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MIN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.min;

import io.runboards.alerts.Uids;
import io.runboards.alerts.Usage;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Threshold;
import io.runboards.dashboard.TimeSeries;

/** Whether services are as good as was promised, and for how long they will be. */
final class ObjectivesDashboard implements DashboardSource {
  private static final DrillDown ONLY =
      linkTo(Uids.OBJECTIVES, "Only this service").carrying(SLO, SERVICE);
  private static final String NAME = "{{slo}}, {{service}}";
  private static final String TIMES = "suffix:x";

  @Override
  public Dashboard define(Installation at) {
    return dashboard(Uids.OBJECTIVES, "Run:ai / Objectives")
        .answers("Do the services keep what was promised?", "service owners, managers")
        .in("Run:ai")
        .tagged("runai", "slo")
        .relatedTo("runai")
        .variables(Slos.SOURCE, Slos.OBJECTIVES, Slos.SERVICES)
        .from("now-7d")
        .refreshing("5m")
        .rows(now(), each(), course(), windows());
  }

  private static Row now() {
    return Tiles.of(
        stat("Objectives missed")
            .about(
                "Services whose error budget of 28 days is used up: less was good than promised.")
            .query(count(Slos.budget().below(0)).or(count(Slos.budget()).times(0)))
            .thresholds(Scales.faults())
            .decimals(0)
            .filled()
            .mayBeEmpty(Usage.NEEDED),
        stat("Least budget left")
            .about("What is left of the error budget of the service that has least of it.")
            .query(min(Slos.budget()))
            .thresholds(budgetColors())
            .decimals(0)
            .mayBeEmpty(Usage.NEEDED),
        stat("Burning too fast")
            .about(
                "Services whose errors of the last hour are more than the objective allows. If"
                    + " that goes on, they miss it.")
            .query(count(Slos.burn().above(1)).or(count(Slos.burn()).times(0)))
            .thresholds(from(0, Palette.BUSY), from(1, Palette.WASTE))
            .decimals(0)
            .mayBeEmpty(Usage.NEEDED),
        stat("Fastest burn")
            .about(
                "How many times as fast as allowed the budget burned in the last hour that burned"
                    + " fastest. At 14.4 times, two days use up 28.")
            .query(max(Slos.burn()))
            .unit(TIMES)
            .thresholds(burnColors())
            .decimals(1)
            .mayBeEmpty(Usage.NEEDED));
  }

  private static Row each() {
    return row(
        table("Objectives")
            .about(
                "What was promised of each service, and what was kept over 28 days. The one with"
                    + " the least budget left comes first; with nothing left, changes that are no"
                    + " repair should wait.")
            .query(Slos.demanded(), "Objective")
            .query(Slos.attained(), "28 days")
            .query(Slos.budget(), "Budget left")
            .query(Slos.burn(), "Burn rate, 1 h")
            .columns(
                column(SLO, Part.named("Name").atLeastWide(170).drillDown(ONLY)),
                column(SERVICE, Part.named("Service").atLeastWide(170).drillDown(ONLY)),
                column(Part.named("Objective").decimals(2)),
                column(Part.named("28 days").decimals(3)),
                column(Bars.share("Budget left").thresholds(Color.TRANSPARENT, budgetColors())),
                column(
                    Part.named("Burn rate, 1 h")
                        .unit(TIMES)
                        .decimals(1)
                        .coloredText()
                        .thresholds(burnColors())))
            .leastFirst("Budget left")
            .mayBeEmpty(Usage.NEEDED)
            .height(9));
  }

  private static Row course() {
    return row(
            lines("Budget left")
                .key("budget over time")
                .about(
                    "The share of the error budget of the 28 days before each moment. It rises"
                        + " again when bad days drop out; below 0 the objective is missed.")
                .query(Slos.budget(), NAME)
                .max(1)
                .thresholds(from(0, Palette.BROKEN))
                .withLimits()
                .legend(Legend.table(LAST, MIN)),
            lines("Burn rate")
                .about(
                    "How many times as fast as allowed the budget burned within an hour. Lines: at"
                        + " 14.4 and 6 somebody is paged, at 3 and 1 a ticket is made, if it lasts"
                        + " for long enough.")
                .query(Slos.burn(), NAME)
                .unit(TIMES)
                .min(0)
                .thresholds(
                    from(1, Palette.QUOTA),
                    from(3, Palette.WASTE),
                    from(6, Palette.WAITING),
                    from(14.4, Palette.BROKEN))
                .withLimits()
                .legend(Legend.table(LAST, MAX)))
        .height(9);
  }

  private static TimeSeries lines(String title) {
    return timeseries(title)
        .colors(ColorScheme.BY_NAME)
        .thick(2)
        .drillDown(ONLY)
        .mayBeEmpty(Usage.NEEDED);
  }

  private static Row windows() {
    return row(
            lines("Bad events")
                .about("The share of events that were bad within the five minutes before.")
                .query(Slos.errors("5m"), NAME)
                .min(0)
                .legend(Legend.table(LAST, MAX)),
            table("Bad events by window")
                .about(
                    "The share of events that were bad, within windows that end now. From left to"
                        + " right less: it gets worse. From left to right more: it is over.")
                .query(Slos.errors("5m"), "5 min")
                .query(Slos.errors("30m"), "30 min")
                .query(Slos.errors("1h"), "1 h")
                .query(Slos.errors("2h"), "2 h")
                .query(Slos.errors("6h"), "6 h")
                .query(Slos.errors("1d"), "1 day")
                .query(Slos.errors("3d"), "3 days")
                .query(Slos.errors("28d"), "28 days")
                .columns(
                    column(SLO, Part.named("Name").atLeastWide(150).drillDown(ONLY)),
                    column(SERVICE, Part.named("Service").atLeastWide(130).drillDown(ONLY)),
                    share("5 min"),
                    share("30 min"),
                    share("1 h"),
                    share("2 h"),
                    share("6 h"),
                    share("1 day"),
                    share("3 days"),
                    share("28 days"))
                .worstFirst("1 h")
                .mayBeEmpty(Usage.NEEDED)
                .width(12))
        .height(9);
  }

  private static Table.OfQuery share(String window) {
    return column(Part.named(window).decimals(2));
  }

  /** What is left of a budget. */
  private static Threshold[] budgetColors() {
    return new Threshold[] {
      from(-1000, Palette.BROKEN), from(0, Palette.WASTE), from(0.25, Palette.BUSY)
    };
  }

  /** How many times as fast as allowed a budget burns: what makes tickets, and what pages. */
  private static Threshold[] burnColors() {
    return new Threshold[] {from(0, Palette.BUSY), from(1, Palette.WASTE), from(6, Palette.BROKEN)};
  }
}
