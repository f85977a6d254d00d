package io.runboards.promql;

import static io.runboards.promql.ValueType.MATRIX;
import static io.runboards.promql.ValueType.SCALAR;
import static io.runboards.promql.ValueType.STRING;
import static io.runboards.promql.ValueType.VECTOR;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PromQL function.
 *
 * @param name its name
 * @param parameters the types of its parameters; the last one's holds for all that follow
 * @param minArgs the fewest arguments it takes
 * @param maxArgs the most arguments it takes
 * @param returns the type of its result
 * @param experimental whether it must be switched on
 */
public record Function(
    String name,
    List<ValueType> parameters,
    int minArgs,
    int maxArgs,
    ValueType returns,
    boolean experimental) {

  private static final Map<String, Function> ALL = new LinkedHashMap<>();

  /** What became of the functions of earlier versions. */
  private static final Map<String, String> RETIRED =
      Map.of(
          "count_scalar",
          "count_scalar is gone since Prometheus 2.0; scalar(count(x)) says the same",
          "drop_common_labels",
          "drop_common_labels is gone since Prometheus 2.0; aggregate without (...) the labels",
          "holt_winters",
          "holt_winters is called double_exponential_smoothing since Prometheus 3.0");

  static {
    for (String calendar :
        List.of(
            "day_of_month",
            "day_of_week",
            "day_of_year",
            "days_in_month",
            "hour",
            "minute",
            "month",
            "year")) {
      add(function(calendar, VECTOR, VECTOR).takes(0, 1));
    }
    for (String ofVector :
        List.of(
            "abs",
            "absent",
            "acos",
            "acosh",
            "asin",
            "asinh",
            "atan",
            "atanh",
            "ceil",
            "cos",
            "cosh",
            "deg",
            "exp",
            "floor",
            "histogram_avg",
            "histogram_count",
            "histogram_stddev",
            "histogram_stdvar",
            "histogram_sum",
            "ln",
            "log10",
            "log2",
            "rad",
            "sgn",
            "sin",
            "sinh",
            "sort",
            "sort_desc",
            "sqrt",
            "tan",
            "tanh",
            "timestamp")) {
      add(function(ofVector, VECTOR, VECTOR));
    }
    for (String ofRange :
        List.of(
            "absent_over_time",
            "avg_over_time",
            "changes",
            "count_over_time",
            "delta",
            "deriv",
            "first_over_time",
            "idelta",
            "increase",
            "irate",
            "last_over_time",
            "max_over_time",
            "min_over_time",
            "present_over_time",
            "rate",
            "resets",
            "stddev_over_time",
            "stdvar_over_time",
            "sum_over_time")) {
      add(function(ofRange, VECTOR, MATRIX));
    }
    for (String ofRange :
        List.of(
            "mad_over_time",
            "ts_of_first_over_time",
            "ts_of_last_over_time",
            "ts_of_max_over_time",
            "ts_of_min_over_time")) {
      add(function(ofRange, VECTOR, MATRIX).experimentally());
    }
    add(function("clamp", VECTOR, VECTOR, SCALAR, SCALAR));
    add(function("clamp_max", VECTOR, VECTOR, SCALAR));
    add(function("clamp_min", VECTOR, VECTOR, SCALAR));
    add(function("double_exponential_smoothing", VECTOR, MATRIX, SCALAR, SCALAR).experimentally());
    add(function("end", SCALAR).experimentally());
    add(function("histogram_fraction", VECTOR, SCALAR, SCALAR, VECTOR));
    add(function("histogram_quantile", VECTOR, SCALAR, VECTOR));
    add(
        function("histogram_quantiles", VECTOR, VECTOR, STRING, SCALAR)
            .takes(3, 12)
            .experimentally());
    add(function("info", VECTOR, VECTOR, VECTOR).takes(1, 2).experimentally());
    add(function("label_join", VECTOR, VECTOR, STRING, STRING, STRING).takes(3, Integer.MAX_VALUE));
    add(function("label_replace", VECTOR, VECTOR, STRING, STRING, STRING, STRING));
    add(function("max_of", SCALAR, SCALAR, SCALAR).experimentally());
    add(function("min_of", SCALAR, SCALAR, SCALAR).experimentally());
    add(function("pi", SCALAR));
    add(function("predict_linear", VECTOR, MATRIX, SCALAR));
    add(function("quantile_over_time", VECTOR, SCALAR, MATRIX));
    add(function("range", SCALAR).experimentally());
    add(function("round", VECTOR, VECTOR, SCALAR).takes(1, 2));
    add(function("scalar", SCALAR, VECTOR));
    add(
        function("sort_by_label", VECTOR, VECTOR, STRING)
            .takes(1, Integer.MAX_VALUE)
            .experimentally());
    add(
        function("sort_by_label_desc", VECTOR, VECTOR, STRING)
            .takes(1, Integer.MAX_VALUE)
            .experimentally());
    add(function("start", SCALAR).experimentally());
    add(function("start_timestamp", VECTOR, VECTOR).experimentally());
    add(function("step", SCALAR).experimentally());
    add(function("time", SCALAR));
    add(function("vector", VECTOR, SCALAR));
  }

  public Function {
    parameters = List.copyOf(parameters);
  }

  /** The function of that name; names are written in lower case. */
  public static Optional<Function> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** What to write instead of a function that Prometheus once had. */
  static Optional<String> retired(String name) {
    return Optional.ofNullable(RETIRED.get(name));
  }

  public static Collection<Function> all() {
    return List.copyOf(ALL.values());
  }

  private static void add(Function function) {
    ALL.put(function.name, function);
  }

  private static Function function(String name, ValueType returns, ValueType... parameters) {
    return new Function(
        name, List.of(parameters), parameters.length, parameters.length, returns, false);
  }

  private Function takes(int min, int max) {
    return new Function(name, parameters, min, max, returns, experimental);
  }

  private Function experimentally() {
    return new Function(name, parameters, minArgs, maxArgs, returns, true);
  }
}
