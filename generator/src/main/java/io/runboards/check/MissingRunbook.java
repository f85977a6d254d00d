package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.Runbook;
import java.util.List;
import java.util.stream.Stream;

/** An alert that leaves whom it wakes alone. */
final class MissingRunbook implements RuleCheck {
  @Override
  public String id() {
    return "missing-runbook";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    return workspace.rules().stream()
        .filter(rule -> rule.rule() instanceof Alert alert && !alert.runbook().missing().isEmpty())
        .map(rule -> RuleProblem.of(rule, message((Alert) rule.rule())));
  }

  private static String message(Alert alert) {
    List<String> missing = alert.runbook().missing();
    return alert.runbook().equals(Runbook.NONE)
        ? "the alert has no runbook"
        : "the runbook does not say: " + String.join(", ", missing);
  }
}
