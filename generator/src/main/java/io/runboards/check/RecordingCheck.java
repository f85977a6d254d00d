package io.runboards.check;

import io.runboards.rules.Recording;
import java.util.stream.Stream;

/** One rule about each recording rule by itself. */
interface RecordingCheck extends RuleCheck {
  /** What a recording rule does against it. */
  Stream<RuleProblem> problems(ExaminedRule rule, Recording recording, Workspace workspace);

  @Override
  default Stream<RuleProblem> problems(Workspace workspace) {
    return workspace.rules().stream()
        .flatMap(rule ->
            rule.rule() instanceof Recording recording
                ? problems(rule, recording, workspace)
                : Stream.empty());
  }
}
