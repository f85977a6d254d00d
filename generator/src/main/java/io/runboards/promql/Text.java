package io.runboards.promql;

import java.util.List;

/**
 * A name or a string of a query, in which dashboard variables may stand.
 *
 * <p>A text with variables keeps the form in which it was written: Grafana puts values into it, and
 * a value may need the very quotes that are there.
 *
 * @param value what it says; variables are kept in it as they were written
 * @param variables the variables in the value, in order; always empty in the Prometheus dialect
 * @param literal how a text with variables is written, quotes included; empty for any other
 * @param span where it stands
 */
public record Text(String value, List<Variable> variables, String literal, Span span) {
  /** No name at all. */
  public static final Text NONE = Text.of("");

  public Text {
    variables = List.copyOf(variables);
    for (Variable variable : variables) {
      if (variable.start() < 0 || variable.end() > value.length()) {
        throw new IllegalArgumentException(variable + " does not stand in \"" + value + "\"");
      }
    }
    if (variables.isEmpty() != literal.isEmpty()) {
      throw new IllegalArgumentException("a text has a literal form if it has variables");
    }
  }

  /** Text without variables: a dollar sign is a dollar sign. */
  public static Text of(String value) {
    return of(value, Span.NONE);
  }

  /** A string with the variables that Grafana finds in it, such as {@code $node}. */
  public static Text withVariables(String value) {
    StringBuilder literal = new StringBuilder();
    Quoting.quote(value, literal);
    return of(value, literal.toString(), Span.NONE);
  }

  /** A name with the variables that Grafana finds in it, such as {@code ${metric}_total}. */
  public static Text nameWithVariables(String value) {
    return of(value, value, Span.NONE);
  }

  static Text of(String value, Span span) {
    return new Text(value, List.of(), "", span);
  }

  static Text of(String value, String literal, Span span) {
    boolean none = Variables.in(literal).isEmpty();
    List<Variable> variables = none ? List.of() : Variables.in(value);
    return new Text(value, variables, variables.isEmpty() ? "" : literal, span);
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** Whether it says the same on every dashboard. */
  public boolean isFixed() {
    return variables.isEmpty();
  }

  /** Whether it is one variable and nothing else. */
  boolean isOneVariable() {
    return variables.size() == 1
        && variables.getFirst().start() == 0
        && variables.getFirst().end() == value.length();
  }

  @Override
  public String toString() {
    return value;
  }
}
