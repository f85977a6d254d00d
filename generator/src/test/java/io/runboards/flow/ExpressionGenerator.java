package io.runboards.flow;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes expressions over the metrics of {@link EngineData}, the same ones for the same seed. */
final class ExpressionGenerator {
  private static final List<String> VALUES =
      List.of("v0", "v1", "r0", "", ".*", ".+", "v0|v1", "v.?");
  private static final List<String> RANGE_FUNCTIONS =
      List.of(
          "rate",
          "increase",
          "avg_over_time",
          "last_over_time",
          "max_over_time",
          "changes",
          "first_over_time",
          "count_over_time",
          "delta",
          "present_over_time");
  private static final List<String> FUNCTIONS =
      List.of("abs", "ceil", "sgn", "sort", "sort_desc", "timestamp", "exp", "hour", "sqrt");
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "^", "atan2");
  private static final List<String> COMPARISONS = List.of("==", "!=", ">", "<", ">=", "<=");
  private static final List<String> AGGREGATIONS =
      List.of("sum", "avg", "count", "min", "max", "group", "stddev");

  private final Random random;

  /** The metric whose labels the next label lists shall mostly be made of. */
  private String metric = EngineData.METRICS.getFirst();

  ExpressionGenerator(long seed) {
    random = new Random(seed);
  }

  String expression() {
    return vector(1 + random.nextInt(3));
  }

  private String vector(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> aggregation(depth);
      case 3 -> pick(FUNCTIONS) + "(" + vector(depth - 1) + ")";
      case 4, 5, 6 -> join(depth);
      case 7 -> vector(depth - 1) + " " + scalarOperator() + " " + random.nextInt(5);
      case 8 -> set(depth);
      case 9 -> relabel(depth);
      case 10 ->
          pick(List.of("topk", "bottomk"))
              + by()
              + "("
              + (1 + random.nextInt(2))
              + ", "
              + leaf()
              + ")";
      case 11 -> special(depth);
      case 12 -> "(" + vector(depth - 1) + ")";
      default -> leaf();
    };
  }

  private String leaf() {
    metric = pick(EngineData.METRICS);
    String selector = metric + matchers();
    return random.nextInt(3) == 0 ? pick(RANGE_FUNCTIONS) + "(" + selector + "[10m])" : selector;
  }

  private String matchers() {
    if (random.nextInt(3) > 0) {
      return "";
    }
    StringBuilder matchers = new StringBuilder("{");
    for (int i = random.nextInt(2); i >= 0; i--) {
      matchers
          .append(label())
          .append(pick(List.of("=", "!=", "=~", "!~")))
          .append('"')
          .append(pick(VALUES))
          .append('"')
          .append(i > 0 ? "," : "");
    }
    return matchers.append('}').toString();
  }

  private String aggregation(int depth) {
    String input = vector(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 ->
          "count_values" + by() + "(\"" + pick(List.of("value", label())) + "\", " + input + ")";
      case 1 -> "quantile" + by() + "(0.5, " + input + ")";
      default -> pick(AGGREGATIONS) + by() + "(" + input + ")";
    };
  }

  private String by() {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> " without (" + labels(3) + ") ";
      default -> " by (" + labels(3) + ") ";
    };
  }

  private String join(int depth) {
    String left = vector(depth - 1);
    String right = vector(depth - 1);
    String on = labels(2);
    switch (random.nextInt(6)) {
      case 0:
        return left + " " + operator() + " " + right;
      case 1:
        return left + " " + operator() + " ignoring (" + on + ") " + right;
      case 2:
        return "sum by ("
            + on
            + ") ("
            + left
            + ") "
            + operator()
            + " on ("
            + on
            + ") max by ("
            + on
            + ") ("
            + right
            + ")";
      case 3:
        return left
            + " "
            + operator()
            + " on ("
            + on
            + ") group_left ("
            + include(on)
            + ") max by ("
            + withInclude(on)
            + ") ("
            + right
            + ")";
      case 4:
        return "max by ("
            + on
            + ") ("
            + left
            + ") "
            + operator()
            + " on ("
            + on
            + ") group_right () "
            + right;
      default:
        return "sum by ("
            + on
            + ") ("
            + left
            + ") "
            + operator()
            + " on ("
            + on
            + ") "
            + pick(List.of("fill (0)", "fill_left (0)", "fill_right (0)"))
            + " max by ("
            + on
            + ") ("
            + right
            + ")";
    }
  }

  private String lastInclude = "";

  private String include(String on) {
    lastInclude = label();
    boolean twice = List.of(on.split(", ")).contains(lastInclude);
    lastInclude = twice || lastInclude.equals("__name__") ? "" : lastInclude;
    return lastInclude;
  }

  private String withInclude(String on) {
    return lastInclude.isEmpty() ? on : on + ", " + lastInclude;
  }

  private String set(int depth) {
    String modifier =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> " ignoring (" + labels(2) + ")";
          default -> " on (" + labels(2) + ")";
        };
    return "("
        + vector(depth - 1)
        + ") "
        + pick(List.of("and", "or", "unless"))
        + modifier
        + " ("
        + vector(depth - 1)
        + ")";
  }

  private String relabel(int depth) {
    String input = vector(depth - 1);
    String target = pick(List.of("host", label()));
    return switch (random.nextInt(4)) {
      case 0 ->
          "label_replace(" + input + ", \"" + target + "\", \"$1\", \"" + label() + "\", \"(.*)\")";
      case 1 ->
          "label_replace("
              + input
              + ", \""
              + target
              + "\", \"x$1\", \""
              + label()
              + "\", \"v(.)\")";
      case 2 ->
          "label_replace("
              + input
              + ", \""
              + target
              + "\", \"fixed\", \""
              + label()
              + "\", \".*\")";
      default ->
          "label_join("
              + input
              + ", \""
              + target
              + "\", \"-\", \""
              + label()
              + "\", \""
              + label()
              + "\")";
    };
  }

  private String special(int depth) {
    return switch (random.nextInt(7)) {
      case 0 -> "absent(" + metric + "{" + label() + "=\"nowhere\"})";
      case 1 -> "histogram_quantile(0.9, rate(vllm:e2e_request_latency_seconds_bucket[10m]))";
      case 2 ->
          "histogram_quantile(0.9, sum by ("
              + labels(2)
              + ", le) (rate(vllm:e2e_request_latency_seconds_bucket[10m])))";
      case 3 -> "max_over_time((" + vector(depth - 1) + ")[10m:1m])";
      case 4 -> "-(" + vector(depth - 1) + ")";
      case 5 -> "vector(1) " + pick(List.of("+", "or")) + " on () sum(" + vector(depth - 1) + ")";
      default -> "round(clamp_min(" + vector(depth - 1) + ", 1))";
    };
  }

  private String operator() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(COMPARISONS);
      case 1 -> pick(COMPARISONS) + " bool";
      default -> pick(ARITHMETIC);
    };
  }

  private String scalarOperator() {
    return operator();
  }

  private String labels(int most) {
    List<String> labels = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      String label = label();
      if (!labels.contains(label)) {
        labels.add(label);
      }
    }
    return String.join(", ", labels);
  }

  private String label() {
    List<String> labels =
        new ArrayList<>(
            Catalog.standard().find(metric).orElseThrow().labels().stream()
                .map(Label::name)
                .toList());
    labels.addAll(EngineData.EXTRA);
    return pick(labels);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
