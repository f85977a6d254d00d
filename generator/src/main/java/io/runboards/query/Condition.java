package io.runboards.query;

import io.runboards.catalog.Label;
import io.runboards.promql.Matcher;
import io.runboards.promql.Span;
import io.runboards.promql.Text;

/**
 * A condition on a label, such as {@code node=~"$node"}.
 *
 * @param matcher the condition as it stands in the query
 */
public record Condition(Matcher matcher) {

  public static Condition is(Label label, String value) {
    return of(label.name(), Matcher.Op.EQUAL, value);
  }

  public static Condition isNot(Label label, String value) {
    return of(label.name(), Matcher.Op.NOT_EQUAL, value);
  }

  /** The whole value matches the regular expression. */
  public static Condition matches(Label label, String regex) {
    return of(label.name(), Matcher.Op.REGEX, regex);
  }

  public static Condition matchesNot(Label label, String regex) {
    return of(label.name(), Matcher.Op.NOT_REGEX, regex);
  }

  /**
   * Any condition, also on a label that no catalog knows. Variables such as $node may stand in it.
   */
  public static Condition of(String label, Matcher.Op op, String value) {
    return new Condition(new Matcher(Text.of(label), op, Text.withVariables(value), Span.NONE));
  }

  @Override
  public String toString() {
    return matcher.toString();
  }
}
