package io.runboards.promql;

import java.util.List;

/**
 * A name or a string of a query, in which dashboard variables may stand.
 *
 * @param value what it says; variables are kept in it as they were written
 * @param variables the variables in it, in order; always empty in the Prometheus dialect
 * @param quoted whether a name with variables stood in quotes: {@code by ("$label")}
 * @param span where it stands
 */
public record Text(String value, List<Variable> variables, boolean quoted, Span span) {
  /** No name at all. */
  public static final Text NONE = Text.of("");

  public Text {
    variables = List.copyOf(variables);
    quoted = quoted && !variables.isEmpty();
  }

  /** Text without variables. */
  public static Text of(String value) {
    return new Text(value, List.of(), false, Span.NONE);
  }

  static Text of(String value, Span span) {
    return new Text(value, List.of(), false, span);
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** Whether it says the same on every dashboard. */
  public boolean isFixed() {
    return variables.isEmpty();
  }

  @Override
  public String toString() {
    return value;
  }
}
