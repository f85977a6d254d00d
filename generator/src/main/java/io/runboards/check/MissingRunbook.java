package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.Runbook;
import java.util.List;
import java.util.stream.Stream;

/** An alert that leaves whom it wakes alone. */
final class MissingRunbook implements AlertCheck {
  @Override
  public String id() {
    return "missing-runbook";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    List<String> missing = alert.runbook().missing();
    return missing.isEmpty()
        ? Stream.empty()
        : Stream.of(RuleProblem.of(rule, message(alert.runbook(), missing)));
  }

  private static String message(Runbook runbook, List<String> missing) {
    return runbook.equals(Runbook.NONE)
        ? "the alert has no runbook"
        : "the runbook does not say: " + String.join(", ", missing);
  }
}
