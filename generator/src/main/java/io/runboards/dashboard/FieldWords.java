package io.runboards.dashboard;

import io.runboards.catalog.Unit;
import java.util.List;

/** What can be said of values, on a whole panel and on single series or columns. */
public interface FieldWords<T> {
  Fields fields();

  /** The same with other fields. */
  T withFields(Fields changed);

  /** A unit instead of the one that the query results in; the two must not contradict. */
  default T unit(Unit unit) {
    return unit(unit.grafanaId());
  }

  /** The same by Grafana's id, such as {@code prefix:$}. */
  default T unit(String grafanaId) {
    return withFields(fields().withUnit(grafanaId));
  }

  default T decimals(int digits) {
    return withFields(fields().withDecimals(digits));
  }

  default T min(double least) {
    return withFields(fields().withMin(least));
  }

  default T max(double greatest) {
    return withFields(fields().withMax(greatest));
  }

  /** Colours of values; what is below the first one, or missing, is grey. */
  default T thresholds(Threshold... rising) {
    return withFields(fields().withThresholds(Color.GREY, List.of(rising)));
  }

  /** Colours of values, with that of no value. */
  default T thresholds(Color base, Threshold... rising) {
    return withFields(fields().withThresholds(base, List.of(rising)));
  }

  /** One colour for every value from 0 on; no value stays grey. */
  default T colored(Color color) {
    return thresholds(Threshold.from(0, color));
  }

  /** Words in the place of values. */
  default T mapped(Mapping... mappings) {
    return withFields(fields().withMappings(List.of(mappings)));
  }

  default T colors(ColorScheme scheme) {
    return withFields(fields().withColors(scheme));
  }

  /** The words for no value at all. */
  default T noValue(String words) {
    return withFields(fields().withNoValue(words));
  }

  default T shownAs(String name) {
    return withFields(fields().withDisplayName(name));
  }
}
