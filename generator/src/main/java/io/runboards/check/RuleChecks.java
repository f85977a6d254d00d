package io.runboards.check;

import io.runboards.finding.Finding;
import io.runboards.rules.GroupLimits;
import io.runboards.rules.Recording;
import java.util.ArrayList;
import java.util.List;

/** All rules about recording rules, alerts and their tests. */
public final class RuleChecks {
  /** The rules, in the order of their ids. */
  static final List<RuleCheck> ALL = within(GroupLimits.USUAL);

  private RuleChecks() {}

  private static List<RuleCheck> within(GroupLimits limits) {
    return List.of(
        new AlwaysFires(),
        new BrokenRuleLink(),
        new DuplicateAlert(),
        new DuplicateGroup(),
        new DuplicateRecord(),
        new DuplicateRuleFile(),
        new GpuUtilizationHigh(),
        new GroupLimit(limits),
        new MissingRunbook(),
        new MissingWords(),
        new NamelessSummary(),
        new NeverFires(),
        new RecordName(),
        new RecordedLabels(),
        new RuleCycle(),
        new RuleName(),
        new RuleOrder(),
        new ShortFor(),
        new ShortKeepFiring(),
        new SummaryForm(),
        new TemplateLabel(),
        new TemplateSyntax(),
        new TestLabel(),
        new UnboundedRecording(),
        new UnknownRecord(),
        new UntestedRule(),
        new UpAlone(),
        new VariableInRule());
  }

  /** All that is wrong with the rules of a workspace and with their queries. */
  public static List<Remark> check(Workspace workspace) {
    return check(workspace, GroupLimits.USUAL);
  }

  /** The same for a ruler that takes so many groups and rules. */
  public static List<Remark> check(Workspace workspace, GroupLimits limits) {
    List<Remark> remarks = new ArrayList<>();
    for (RuleCheck check : within(limits)) {
      check.problems(workspace).map(problem -> problem.remark(check.id())).forEach(remarks::add);
    }
    for (ExaminedRule rule : workspace.rules()) {
      for (Finding finding : findings(rule)) {
        if (!isSaidBetter(finding, rule)) {
          remarks.add(new Remark(finding, rule.text()));
        }
      }
    }
    return List.copyOf(remarks);
  }

  private static List<Finding> findings(ExaminedRule rule) {
    if (rule.broken().isEmpty()) {
      return QueryChecks.check(rule.source(), rule.text(), rule.query().orElseThrow());
    }
    return VariableInRule.explains(rule)
        ? List.of()
        : List.of(rule.broken().get().toFinding(rule.source()));
  }

  /** Whether a check of rules says the same about a query, knowing that it is a rule's. */
  private static boolean isSaidBetter(Finding finding, ExaminedRule rule) {
    return UnknownRecord.says(finding, rule)
        || finding.id().equals("unbounded-label") && rule.rule() instanceof Recording;
  }
}
