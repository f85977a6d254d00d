package io.runboards.query;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.promql.AggregateOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.VariableRef;
import io.runboards.promql.Function;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Span;
import io.runboards.promql.Syntax;
import io.runboards.promql.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The beginnings of queries, to be imported statically: metrics, aggregations, functions. */
public final class Queries {
  private Queries() {}

  // Beginnings

  /** All series of a metric. */
  public static Selected metric(Metric metric) {
    return Selected.of(metric);
  }

  /** A query as text, in which dashboard variables may stand. */
  public static Computed promql(String text) {
    try {
      return new Computed(Promql.parse(text, Syntax.GRAFANA));
    } catch (ParseException e) {
      throw new WrongQuery(e.toFinding("query").toString());
    }
  }

  public static Computed number(double value) {
    return new Computed(new NumberLiteral(value, false, Span.NONE));
  }

  /** The number that a dashboard variable holds. */
  public static Computed chosenNumber(String variable) {
    return new Computed(new VariableRef(Text.nameWithVariables("$" + variable)));
  }

  /** One series without labels, which is always there. */
  public static Computed vector(double value) {
    return call("vector", number(value).expr());
  }

  /** The moment of evaluation, in seconds since 1970. */
  public static Computed now() {
    return call("time");
  }

  /** The moments at which the values were scraped, in seconds since 1970. */
  public static Computed timestamp(Selected input) {
    return call("timestamp", input.expr());
  }

  // Aggregations

  public static Aggregated sum(Series input) {
    return Aggregated.of(AggregateOp.SUM, Optional.empty(), input);
  }

  public static Aggregated avg(Series input) {
    return Aggregated.of(AggregateOp.AVG, Optional.empty(), input);
  }

  public static Aggregated min(Series input) {
    return Aggregated.of(AggregateOp.MIN, Optional.empty(), input);
  }

  public static Aggregated max(Series input) {
    return Aggregated.of(AggregateOp.MAX, Optional.empty(), input);
  }

  public static Aggregated count(Series input) {
    return Aggregated.of(AggregateOp.COUNT, Optional.empty(), input);
  }

  /** The value 1 for each group. */
  public static Aggregated group(Series input) {
    return Aggregated.of(AggregateOp.GROUP, Optional.empty(), input);
  }

  /** The value below which a share of the series lies, from 0 to 1. */
  public static Aggregated quantile(double share, Series input) {
    return Aggregated.of(AggregateOp.QUANTILE, Optional.of(number(share).expr()), input);
  }

  /** The series with the largest values. */
  public static Aggregated topk(int many, Series input) {
    return Aggregated.of(AggregateOp.TOPK, Optional.of(number(many).expr()), input);
  }

  /** The series with the smallest values. */
  public static Aggregated bottomk(int many, Series input) {
    return Aggregated.of(AggregateOp.BOTTOMK, Optional.of(number(many).expr()), input);
  }

  // Functions over time: a window is "5m", "$__rate_interval" or, with a step, "1h:1m"

  public static Computed rate(Series counter, String window) {
    return overTime("rate", counter, window);
  }

  public static Computed increase(Series counter, String window) {
    return overTime("increase", counter, window);
  }

  public static Computed deriv(Series gauge, String window) {
    return overTime("deriv", gauge, window);
  }

  public static Computed changes(Series input, String window) {
    return overTime("changes", input, window);
  }

  public static Computed avgOverTime(Series input, String window) {
    return overTime("avg_over_time", input, window);
  }

  public static Computed minOverTime(Series input, String window) {
    return overTime("min_over_time", input, window);
  }

  public static Computed maxOverTime(Series input, String window) {
    return overTime("max_over_time", input, window);
  }

  public static Computed sumOverTime(Series input, String window) {
    return overTime("sum_over_time", input, window);
  }

  public static Computed countOverTime(Series input, String window) {
    return overTime("count_over_time", input, window);
  }

  public static Computed quantileOverTime(double share, Series input, String window) {
    return call("quantile_over_time", number(share).expr(), Window.over(input.expr(), window));
  }

  public static Computed predictLinear(Series input, String window, double seconds) {
    return call("predict_linear", Window.over(input.expr(), window), number(seconds).expr());
  }

  // Functions of the moment

  public static Computed histogramQuantile(double share, Series buckets) {
    return call("histogram_quantile", number(share).expr(), buckets.expr());
  }

  public static Computed absent(Series input) {
    return call("absent", input.expr());
  }

  public static Computed clampMin(Series input, double least) {
    return call("clamp_min", input.expr(), number(least).expr());
  }

  public static Computed clampMax(Series input, double most) {
    return call("clamp_max", input.expr(), number(most).expr());
  }

  /** The values without their signs. */
  public static Computed abs(Series input) {
    return call("abs", input.expr());
  }

  /** The whole numbers below the values. */
  public static Computed floor(Series input) {
    return call("floor", input.expr());
  }

  /** The values as multiples of a step. */
  public static Computed round(Series input, double step) {
    return call("round", input.expr(), number(step).expr());
  }

  public static Computed sort(Series input) {
    return call("sort", input.expr());
  }

  public static Computed sortDesc(Series input) {
    return call("sort_desc", input.expr());
  }

  /** The values with another label, made of {@code source} by a regular expression. */
  public static Computed labelReplace(
      Series input, Label target, String replacement, Label source, String regex) {
    return call(
        "label_replace",
        input.expr(),
        string(target.name()),
        string(replacement),
        string(source.name()),
        string(regex));
  }

  /** The values with another label, made of the values of these labels. */
  public static Computed labelJoin(
      Series input, Label target, String separator, List<Label> sources) {
    List<Expr> args = new ArrayList<>();
    args.add(input.expr());
    args.add(string(target.name()));
    args.add(string(separator));
    sources.forEach(source -> args.add(string(source.name())));
    return call("label_join", args.toArray(Expr[]::new));
  }

  private static Computed overTime(String function, Series input, String window) {
    return call(function, Window.over(input.expr(), window));
  }

  private static Expr string(String text) {
    return new StringLiteral(Text.withVariables(text));
  }

  private static Computed call(String name, Expr... args) {
    Function function = Function.named(name).orElseThrow();
    List<Expr> all = Arrays.asList(args);
    return new Computed(new Call(function, all, Span.NONE));
  }
}
