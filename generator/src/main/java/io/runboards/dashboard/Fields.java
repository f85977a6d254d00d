package io.runboards.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How values are written and coloured. What is not said is derived from the query, or left to
 * Grafana.
 *
 * @param unit Grafana's id of a unit that overrides the derived one
 * @param decimals how many digits after the point
 * @param min the least value of axes and bars
 * @param max the greatest value of axes and bars
 * @param base the colour below the first threshold, and of no value
 * @param thresholds colours of values; none when no value is coloured by itself
 * @param mappings words in the place of values
 * @param colors where the colours come from
 * @param noValue the words for no value at all
 * @param displayName the name that is shown instead of the series' own
 */
public record Fields(
    Optional<String> unit,
    OptionalInt decimals,
    OptionalDouble min,
    OptionalDouble max,
    Color base,
    List<Threshold> thresholds,
    List<Mapping> mappings,
    Optional<ColorScheme> colors,
    String noValue,
    String displayName) {

  public static final Fields NONE =
      new Fields(
          Optional.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Color.GREY,
          List.of(),
          List.of(),
          Optional.empty(),
          "",
          "");

  public Fields {
    thresholds = List.copyOf(thresholds);
    mappings = List.copyOf(mappings);
    for (int i = 1; i < thresholds.size(); i++) {
      if (thresholds.get(i - 1).from() >= thresholds.get(i).from()) {
        throw new WrongDashboard("thresholds must rise: " + thresholds);
      }
    }
  }

  Fields withUnit(String id) {
    return new Fields(
        Optional.of(id),
        decimals,
        min,
        max,
        base,
        thresholds,
        mappings,
        colors,
        noValue,
        displayName);
  }

  Fields withDecimals(int digits) {
    return new Fields(
        unit,
        OptionalInt.of(digits),
        min,
        max,
        base,
        thresholds,
        mappings,
        colors,
        noValue,
        displayName);
  }

  Fields withMin(double least) {
    return new Fields(
        unit,
        decimals,
        OptionalDouble.of(least),
        max,
        base,
        thresholds,
        mappings,
        colors,
        noValue,
        displayName);
  }

  Fields withMax(double greatest) {
    return new Fields(
        unit,
        decimals,
        min,
        OptionalDouble.of(greatest),
        base,
        thresholds,
        mappings,
        colors,
        noValue,
        displayName);
  }

  Fields withThresholds(Color below, List<Threshold> rising) {
    return new Fields(
        unit, decimals, min, max, below, rising, mappings, colors, noValue, displayName);
  }

  Fields withMappings(List<Mapping> more) {
    List<Mapping> all = new ArrayList<>(mappings);
    all.addAll(more);
    return new Fields(
        unit, decimals, min, max, base, thresholds, all, colors, noValue, displayName);
  }

  Fields withColors(ColorScheme scheme) {
    return new Fields(
        unit,
        decimals,
        min,
        max,
        base,
        thresholds,
        mappings,
        Optional.of(scheme),
        noValue,
        displayName);
  }

  Fields withNoValue(String words) {
    return new Fields(
        unit, decimals, min, max, base, thresholds, mappings, colors, words, displayName);
  }

  Fields withDisplayName(String name) {
    return new Fields(unit, decimals, min, max, base, thresholds, mappings, colors, noValue, name);
  }
}
