package io.runboards.flow;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the series that a selector finds measure. */
final class SelectedUnits {
  private static final String BUCKET = "_bucket";

  /** Counters of seconds in which a processor worked: their rate is a number of cores. */
  private static final Pattern CPU_TIME =
      Pattern.compile("(.+_)?cpu(_usage|_user|_system)?_seconds_total");

  private static final Measure CPU_SECONDS =
      Measure.of(Unit.CORES).times(Measure.TIME).orElseThrow();

  private static final Measure COUNTS_PER_SECOND = Measure.COUNT.perSecond().orElseThrow();

  /** What values mean of metrics whose series differ in their units, by label and its value. */
  private static final Map<String, Map<String, Measure>> BY_LABEL =
      Map.of(
          "resource",
          Map.of(
              "cpu", Measure.of(Unit.CORES),
              "memory", Measure.of(Unit.BYTES),
              "ephemeral_storage", Measure.of(Unit.BYTES),
              "nvidia_com_gpu", Measure.of(Unit.GPUS),
              "pods", Measure.COUNT),
          "unit",
          Map.of("core", Measure.of(Unit.CORES), "byte", Measure.of(Unit.BYTES)),
          "limit_name",
          Map.of(
              "max_global_series_per_user",
              Measure.of(Unit.SERIES),
              "ingestion_rate",
              COUNTS_PER_SECOND),
          "limit",
          Map.of(
              "max_series",
              Measure.of(Unit.SERIES),
              "max_tenants",
              Measure.COUNT,
              "max_ingestion_rate",
              COUNTS_PER_SECOND));

  private SelectedUnits() {}

  static Quantity of(VectorSelector selector, World world) {
    return Metrics.nameOf(selector)
        .flatMap(name -> named(name, selector, world.catalog()))
        .orElse(Quantity.UNKNOWN);
  }

  private static Optional<Quantity> named(String name, VectorSelector selector, Catalog catalog) {
    return catalog
        .find(name)
        .map(metric -> of(metric, selector).observing(observed(name, catalog)));
  }

  private static Quantity of(Metric metric, VectorSelector selector) {
    Quantity documented = Quantity.of(metric.unit(), metric.range());
    if (metric.kind() == Kind.HISTOGRAM) {
      return Quantity.UNKNOWN;
    }
    if (metric.unit() == Unit.BY_LABEL) {
      return chosen(selector)
          .map(measure -> Quantity.quantity(measure, documented.values()))
          .orElse(documented);
    }
    boolean cpuTime =
        metric.unit() == Unit.SECONDS
            && metric.kind() == Kind.COUNTER
            && CPU_TIME.matcher(metric.name()).matches();
    return cpuTime ? Quantity.quantity(CPU_SECONDS, documented.values()) : documented;
  }

  private static Optional<Measure> chosen(VectorSelector selector) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.op() == Matcher.Op.EQUAL && matcher.value().isFixed())
        .flatMap(matcher ->
            Optional.ofNullable(BY_LABEL.get(matcher.label().value()))
                .map(measures -> measures.get(matcher.value().value()))
                .stream())
        .findFirst();
  }

  /** What a histogram has observed: of its buckets, or of the histogram as a whole. */
  private static Optional<Quantity> observed(String name, Catalog catalog) {
    String histogram =
        name.endsWith(BUCKET) ? name.substring(0, name.length() - BUCKET.length()) : name;
    return catalog
        .find(histogram)
        .filter(metric -> metric.kind() == Kind.HISTOGRAM)
        .map(metric -> Quantity.of(metric.unit(), metric.range()));
  }
}
