package io.runboards.check;

import io.runboards.rules.Alert;
import java.util.stream.Stream;

/** One rule about each alert by itself. */
interface AlertCheck extends RuleCheck {
  /** What an alert does against it. */
  Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace);

  @Override
  default Stream<RuleProblem> problems(Workspace workspace) {
    return workspace.rules().stream()
        .flatMap(rule ->
            rule.rule() instanceof Alert alert ? problems(rule, alert, workspace) : Stream.empty());
  }
}
