package io.runboards.rules;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.catalog.Labels.SLO;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;

/** What the rules of all objectives write. The label {@code slo} tells objectives apart. */
public final class ObjectiveMetrics {
  /** The window over which events are counted; longer ones are sums of it. */
  public static final Length BASE = Length.of("5m");

  /** The window of {@link #BURN}. */
  public static final Length NOW = Length.of("1h");

  public static final Metric ERRORS =
      Metric.gauge("slo:errors:sum", Unit.UNKNOWN, SLO, SERVICE)
          .help("Bad events a second, or how many things are bad");

  public static final Metric EVENTS =
      Metric.gauge("slo:events:sum", Unit.UNKNOWN, SLO, SERVICE)
          .help("All events a second, or how many things there are");

  public static final Metric OBJECTIVE =
      Metric.gauge("slo:objective:ratio", Unit.RATIO, SLO)
          .help("The share of events that must be good");

  public static final Metric BURN =
      Metric.gauge("slo:burn:ratio_rate1h", Unit.RATIO, SLO, SERVICE)
          .between(0, Double.POSITIVE_INFINITY)
          .help("How many times as fast as allowed the error budget is used up");

  public static final Metric BUDGET =
      Metric.gauge("slo:budget_remaining:ratio", Unit.RATIO, SLO, SERVICE)
          .between(Double.NEGATIVE_INFINITY, 1)
          .help("The share of the error budget that is left; below 0 the objective is missed");

  private ObjectiveMetrics() {}

  /** The share of bad events within a window: that of all events, not a mean of shares. */
  public static Metric errorRatio(Length window) {
    return Metric.gauge("slo:error:ratio_rate" + Spans.text(window), Unit.RATIO, SLO, SERVICE)
        .help("The share of events that were bad within " + Spans.words(window));
  }
}
