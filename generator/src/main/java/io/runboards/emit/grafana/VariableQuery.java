package io.runboards.emit.grafana;

import io.runboards.catalog.Label;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.json.JsonWriter;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Modifiers;
import io.runboards.promql.Span;
import io.runboards.query.Queries;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Grafana gets the values of a variable.
 *
 * @param text the query, in Grafana's own language for them
 * @param regex takes a value and its words out of each result; empty if the results are the values
 */
public record VariableQuery(String text, String regex) {
  /**
   * What "All" stands for: any value, but not none.
   *
   * <p>So "All" is the same as choosing every value of the list, and a selector that has no other
   * condition is still one that Prometheus accepts.
   */
  public static final String ANY_VALUE = ".+";

  /**
   * Values without end, such as pods, are those that are there at the end of the time range: so the
   * first of the list is one that has something to show. Of others all that were there are listed.
   */
  public static VariableQuery of(ValuesOf variable) {
    Optional<Label> words = variable.words();
    if (words.isPresent()) {
      return worded(variable, words.get());
    }
    return variable.label().growth() == Label.Growth.UNBOUNDED
        ? new VariableQuery(present(variable, variable.label()), ofOneLabel(variable.label()))
        : new VariableQuery(values(variable), "");
  }

  private static String values(ValuesOf variable) {
    VectorSelector selector = variable.source().expr();
    VectorSelector now =
        new VectorSelector(selector.name(), selector.matchers(), Modifiers.NONE, Span.NONE);
    return "label_values(" + now + ", " + variable.label().name() + ")";
  }

  private static VariableQuery worded(ValuesOf variable, Label words) {
    return new VariableQuery(
        present(variable, variable.label(), words), regex(variable.label(), words));
  }

  /** What is there, one series for each value. */
  private static String present(ValuesOf variable, Label... labels) {
    return "query_result(" + Queries.group(variable.source()).by(labels) + ")";
  }

  private static String ofOneLabel(Label label) {
    return "/" + capture(label, "value") + "/";
  }

  /** Grafana writes labels in the order in which Prometheus sends them, which is that of names. */
  private static String regex(Label value, Label words) {
    return Stream.of(capture(value, "value"), capture(words, "text"))
        .sorted()
        .collect(Collectors.joining(".*", "/", "/"));
  }

  private static String capture(Label label, String as) {
    return "[{,]" + label.name() + "=\"(?<" + as + ">[^\"]+)\"";
  }

  /** Its fields, as the plugin for Prometheus reads them. */
  void write(JsonWriter json) {
    json.field("query", text);
    json.field("refId", "PrometheusVariableQueryEditor-VariableQuery");
  }

  Optional<String> filter() {
    return regex.isEmpty() ? Optional.empty() : Optional.of(regex);
  }
}
