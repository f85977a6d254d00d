package io.runboards.check;

import io.runboards.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** All rules about recording rules, alerts and their tests. */
public final class RuleChecks {
  /** The rules, in the order of their ids. */
  static final List<RuleCheck> ALL = List.of(new MissingRunbook());

  private RuleChecks() {}

  /** All that is wrong with the rules of a workspace and with their queries. */
  public static List<Remark> check(Workspace workspace) {
    List<Remark> remarks = new ArrayList<>();
    for (RuleCheck check : ALL) {
      check.problems(workspace).map(problem -> problem.remark(check.id())).forEach(remarks::add);
    }
    for (ExaminedRule rule : workspace.rules()) {
      findings(rule).forEach(finding -> remarks.add(new Remark(finding, rule.text())));
    }
    return List.copyOf(remarks);
  }

  private static List<Finding> findings(ExaminedRule rule) {
    return rule.broken().isPresent()
        ? List.of(rule.broken().get().toFinding(rule.source()))
        : QueryChecks.check(rule.source(), rule.text(), rule.query().orElseThrow());
  }
}
