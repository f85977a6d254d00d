package io.runboards.check;

import io.runboards.finding.DidYouMean;
import io.runboards.finding.Finding;
import io.runboards.flow.Metrics;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.rules.Recording;
import java.util.List;
import java.util.stream.Stream;

/** A rule that reads what no rule records. */
final class UnknownRecord implements RuleCheck {
  @Override
  public String id() {
    return "unknown-record";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    return workspace.rules().stream()
        .flatMap(rule ->
            rule.query().stream()
                .flatMap(query -> query.selectors().stream().filter(it -> isMissing(it, query)))
                .map(selector -> problem(rule, selector, workspace)));
  }

  /** Whether a finding says of a metric that it is unknown, which is better said here. */
  static boolean says(Finding finding, ExaminedRule rule) {
    return finding.id().equals("unknown-metric")
        && rule.query().stream()
            .flatMap(query -> query.selectors().stream().filter(it -> isMissing(it, query)))
            .anyMatch(it -> Metrics.spanOfName(it).start() == finding.place().start());
  }

  private static boolean isMissing(VectorSelector selector, Query query) {
    return Metrics.nameOf(selector)
        .filter(name -> name.indexOf(':') != name.lastIndexOf(':'))
        .filter(name -> query.world().catalog().find(name).isEmpty())
        .isPresent();
  }

  private static RuleProblem problem(
      ExaminedRule rule, VectorSelector selector, Workspace workspace) {
    String name = Metrics.nameOf(selector).orElseThrow();
    List<String> recorded = workspace.book().recordings().map(Recording::name).distinct().toList();
    return RuleProblem.in(
        rule.source(),
        rule.text(),
        Metrics.spanOfName(selector),
        "no rule records '" + name + "'" + DidYouMean.oneOf(recorded, name));
  }
}
