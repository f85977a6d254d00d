package io.runboards.verify.prometheus;

import io.runboards.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what stores answer. */
final class Answers {
  private Answers() {}

  static Result result(JsonValue data, JsonValue body) throws NoAnswer {
    if (data.textAt("resultType").equals("string")) {
      return new Result.Refused("string", "the query is worth a text, not numbers");
    }
    return new Result.Curves(
        curves(data), effort(data), texts(body.at("warnings")), texts(body.at("infos")));
  }

  private static List<Curve> curves(JsonValue data) throws NoAnswer {
    JsonValue result = data.at("result");
    List<Curve> curves = new ArrayList<>();
    switch (data.textAt("resultType")) {
      case "matrix" -> {
        for (JsonValue series : result.items().toList()) {
          curves.add(
              curve(
                  labels(series.at("metric")),
                  series.itemsAt("values").toList(),
                  (int) series.itemsAt("histograms").count()));
        }
      }
      case "vector" -> {
        for (JsonValue series : result.items().toList()) {
          JsonValue value = series.at("value");
          curves.add(
              curve(
                  labels(series.at("metric")),
                  value.isNothing() ? List.of() : List.of(value),
                  series.at("histogram").isNothing() ? 0 : 1));
        }
      }
      case "scalar" -> curves.add(curve(LabelSet.of(Map.of()), List.of(result), 0));
      default -> throw new NoAnswer("the store answers with an unknown kind of result");
    }
    return curves;
  }

  private static Curve curve(LabelSet labels, List<JsonValue> points, int histograms)
      throws NoAnswer {
    long[] times = new long[points.size()];
    double[] values = new double[points.size()];
    for (int i = 0; i < times.length; i++) {
      if (!(points.get(i) instanceof JsonValue.Items(List<JsonValue> point))
          || point.size() != 2
          || !(point.get(0) instanceof JsonValue.Number(BigDecimal seconds))
          || !(point.get(1) instanceof JsonValue.Text(String value))) {
        throw unreadable(points.get(i).line());
      }
      times[i] = Math.round(seconds.doubleValue() * 1000);
      values[i] = number(value);
    }
    return new Curve(labels, times, values, histograms);
  }

  private static double number(String text) throws NoAnswer {
    try {
      return switch (text) {
        case "+Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw unreadable(text);
    }
  }

  private static NoAnswer unreadable(String what) {
    return new NoAnswer("a sample cannot be read: " + PrometheusApi.shortened(what));
  }

  private static Optional<Effort> effort(JsonValue data) {
    JsonValue samples = data.at("stats").at("samples");
    return samples.isNothing()
        ? Optional.empty()
        : Optional.of(
            new Effort(samples.numberAt("totalQueryableSamples"), samples.numberAt("peakSamples")));
  }

  static LabelSet labels(JsonValue metric) {
    SortedMap<String, String> values = new TreeMap<>();
    metric.object().fields().forEach((name, value) -> values.put(name, value.text().orElse("")));
    return new LabelSet(values);
  }

  static List<String> texts(JsonValue items) {
    return items.items().flatMap(it -> it.text().stream()).toList();
  }

  static List<LabelSet> series(JsonValue data) {
    return data.items().map(Answers::labels).toList();
  }

  static BuildInfo buildInfo(JsonValue data) {
    return new BuildInfo(
        data.at("application").text().orElse("Prometheus"), data.textAt("version"));
  }

  static List<RuleState> rules(JsonValue data) {
    return data.itemsAt("groups").flatMap(Answers::rulesOf).toList();
  }

  private static Stream<RuleState> rulesOf(JsonValue group) {
    return group
        .itemsAt("rules")
        .map(rule ->
            new RuleState(
                group.textAt("name"),
                rule.textAt("name"),
                rule.textAt("type").equals("alerting")
                    ? RuleState.Kind.ALERTING
                    : RuleState.Kind.RECORDING,
                rule.textAt("health"),
                rule.textAt("lastError"),
                time(rule.textAt("lastEvaluation")),
                rule.itemsAt("alerts").map(Answers::active).toList()));
  }

  private static RuleState.Active active(JsonValue alert) {
    return new RuleState.Active(
        labels(alert.at("labels")), alert.textAt("state"), time(alert.textAt("activeAt")));
  }

  /** Empty for what is no time, and for the year 1, with which stores say "never". */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text))
          .filter(it -> it.getYear() > 1)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
