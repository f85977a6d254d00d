package io.runboards.check;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VariableRef;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ParseException;
import io.runboards.promql.Period;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import io.runboards.promql.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dashboard's variable in the query of a rule, where nobody chooses its value. */
final class VariableInRule implements RuleCheck {
  private static final Pattern LIKE_A_VARIABLE = Pattern.compile("\\$\\{?[A-Za-z_]|\\[\\[");

  @Override
  public String id() {
    return "variable-in-rule";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    return workspace.rules().stream()
        .flatMap(rule ->
            variables(rule)
                .map(text ->
                    RuleProblem.in(
                            rule.source(),
                            rule.text(),
                            text.span(),
                            "a rule knows no variables: nobody chooses a value for '$"
                                + text.variables().getFirst().name()
                                + "'")
                        .advise("Group by the label, or write the value")));
  }

  /** Whether a query is no PromQL because variables stand in it, which is better said here. */
  static boolean explains(ExaminedRule rule) {
    return rule.broken().isPresent() && variables(rule).findAny().isPresent();
  }

  /** The texts of a query in which variables stand. */
  private static Stream<Text> variables(ExaminedRule rule) {
    if (!LIKE_A_VARIABLE.matcher(rule.text()).find()) {
      return Stream.empty();
    }
    try {
      return Below.nodes(List.of(Promql.parse(rule.text(), Syntax.GRAFANA))).stream()
          .flatMap(VariableInRule::texts)
          .filter(text -> !text.isFixed());
    } catch (ParseException e) {
      return Stream.empty();
    }
  }

  /** The texts of a node; not those of functions, where {@code $1} is part of a match. */
  private static Stream<Text> texts(Expr node) {
    return switch (node) {
      case VariableRef variable -> Stream.of(variable.text());
      case VectorSelector selector ->
          Stream.concat(
              Stream.of(selector.name()),
              selector.matchers().stream().flatMap(it -> Stream.of(it.label(), it.value())));
      case Aggregation aggregation -> aggregation.labels().stream();
      case Binary binary ->
          Stream.concat(binary.matching().labels().stream(), binary.matching().include().stream());
      case RangeSelector range -> chosen(range.range());
      case Subquery subquery -> Stream.concat(chosen(subquery.range()), chosen(subquery.step()));
      default -> Stream.empty();
    };
  }

  private static Stream<Text> chosen(Period period) {
    return period instanceof Period.Chosen(Text text) ? Stream.of(text) : Stream.empty();
  }
}
