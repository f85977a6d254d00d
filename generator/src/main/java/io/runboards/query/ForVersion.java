package io.runboards.query;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.Unary;
import io.runboards.promql.Expr.VariableRef;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Matching;
import io.runboards.promql.Span;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The same query for the clusters of a version: with the names, labels and units of that version.
 *
 * <p>A metric that got its name later is read under the older one, and multiplied where its unit
 * changed. Before 2.17 the labels of workloads were those of jobs.
 */
public final class ForVersion {
  private static final Pattern IN_BRACES = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  /** Functions over time whose result grows with their input. */
  private static final Set<String> IN_PROPORTION =
      Set.of(
          "avg_over_time",
          "delta",
          "deriv",
          "first_over_time",
          "idelta",
          "increase",
          "irate",
          "last_over_time",
          "mad_over_time",
          "max_over_time",
          "min_over_time",
          "predict_linear",
          "quantile_over_time",
          "rate",
          "stddev_over_time",
          "sum_over_time");

  private final ClusterVersion version;
  private final Catalog catalog;
  private final boolean jobs;

  public ForVersion(ClusterVersion version, Catalog catalog) {
    this.version = version;
    this.catalog = catalog;
    this.jobs = version.isBefore(ClusterVersion.V2_17);
  }

  /** Whether nothing is called otherwise. */
  public boolean isNewest() {
    return !jobs;
  }

  /** Whether the clusters are older than a version. */
  public boolean isBefore(ClusterVersion other) {
    return version.isBefore(other);
  }

  /** The metric that says the same, with its labels of the time. */
  public Metric metric(Metric metric) {
    return selected(Queries.metric(metric)).metric();
  }

  /** The label that says the same. */
  public Label label(Label label) {
    return jobs ? Labels.beforeWorkloads(label) : label;
  }

  /** A legend or title with the labels of the version. */
  public String legend(String text) {
    return IN_BRACES.matcher(text).replaceAll(name -> "{{" + label(name.group(1)) + "}}");
  }

  /** The selector of a variable. */
  public Selected selected(Selected series) {
    VectorSelector renamed = renamed(series.expr());
    Metric metric = catalog.find(renamed.name().value()).orElse(series.metric());
    return new Selected(metric.asIn(version), renamed);
  }

  /** The query. */
  public Expr expr(Expr expr) {
    return switch (expr) {
      case NumberLiteral number -> number;
      case StringLiteral string -> string;
      case VariableRef variable -> variable;
      case VectorSelector selector -> scaled(renamed(selector), factor(selector));
      case RangeSelector range ->
          new RangeSelector(renamed(range.vector()), range.range(), Span.NONE);
      case Subquery subquery ->
          new Subquery(
              grouped(expr(subquery.expr())),
              subquery.range(),
              subquery.step(),
              subquery.modifiers(),
              Span.NONE);
      case Aggregation aggregation ->
          new Aggregation(
              aggregation.op(),
              aggregation.without(),
              labels(aggregation.labels()),
              aggregation.parameter().map(this::expr),
              expr(aggregation.expr()),
              Span.NONE);
      case Call call -> call(call);
      case Paren paren -> new Paren(expr(paren.expr()), Span.NONE);
      case Unary unary -> new Unary(unary.negative(), expr(unary.expr()), Span.NONE);
      case Binary binary ->
          new Binary(
              binary.op(),
              expr(binary.left()),
              expr(binary.right()),
              binary.bool(),
              matching(binary.matching()),
              Span.NONE);
    };
  }

  private Expr call(Call call) {
    boolean label = call.function().name().startsWith("label_");
    List<Expr> args =
        call.args().stream().map(arg -> label ? labelArgument(arg) : expr(arg)).toList();
    Call renamed = new Call(call.function(), args, Span.NONE);
    return call.args().stream()
        .filter(RangeSelector.class::isInstance)
        .filter(range -> IN_PROPORTION.contains(call.function().name()))
        .findFirst()
        .map(range -> scaled(renamed, factor(((RangeSelector) range).vector())))
        .orElse(renamed);
  }

  private Expr labelArgument(Expr arg) {
    return arg instanceof StringLiteral string && string.text().isFixed()
        ? new StringLiteral(label(string.text()))
        : expr(arg);
  }

  private static Expr grouped(Expr expr) {
    return expr instanceof Binary ? new Paren(expr, Span.NONE) : expr;
  }

  private Matching matching(Matching matching) {
    List<Text> labels = labels(matching.labels());
    List<Text> include =
        labels(matching.include()).stream()
            .filter(label -> !matching.on() || !labels.contains(label))
            .toList();
    return new Matching(
        matching.on(),
        labels,
        matching.group(),
        include,
        matching.fillLeft(),
        matching.fillRight());
  }

  private List<Text> labels(List<Text> labels) {
    return labels.stream().map(this::label).distinct().toList();
  }

  private Text label(Text text) {
    String name = label(text.value());
    return name.equals(text.value()) ? text : Text.of(name);
  }

  /** The name of the label that says the same; a label that no catalog knows stays. */
  public String label(String name) {
    return Labels.all().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(known -> label(known).name())
        .orElse(name);
  }

  private VectorSelector renamed(VectorSelector selector) {
    List<Matcher> matchers =
        selector.matchers().stream()
            .map(it -> new Matcher(label(it.label()), it.op(), it.value(), Span.NONE))
            .toList();
    Text name = older(selector).map(metric -> Text.of(metric.name())).orElse(selector.name());
    return new VectorSelector(name, matchers, selector.modifiers(), Span.NONE);
  }

  /** The metric that said the same in the version, if it had another name. */
  private Optional<Metric> older(VectorSelector selector) {
    return catalog
        .find(selector.name().value())
        .filter(metric -> !metric.history().existsIn(version))
        .flatMap(metric -> metric.history().replaces())
        .flatMap(catalog::find)
        .filter(metric -> metric.history().existsIn(version));
  }

  /** What the older values are multiplied by to mean the same. */
  private OptionalDouble factor(VectorSelector selector) {
    return older(selector)
        .map(old -> old.unit().factorTo(catalog.find(selector.name().value()).orElseThrow().unit()))
        .orElse(OptionalDouble.empty());
  }

  private static Expr scaled(Expr expr, OptionalDouble factor) {
    if (factor.isEmpty() || factor.getAsDouble() == 1) {
      return expr;
    }
    double value = factor.getAsDouble();
    BinaryOp op = value < 1 ? BinaryOp.DIV : BinaryOp.MUL;
    double shown = value < 1 ? 1 / value : value;
    return new Binary(
        op,
        expr,
        new NumberLiteral(shown, false, Span.NONE),
        false,
        Matching.ALL_LABELS,
        Span.NONE);
  }
}
