package io.runboards.check;

import io.runboards.rules.Alert;
import java.util.stream.Stream;

/** Two alerts of one name: nobody can tell which one fires. */
final class DuplicateAlert implements RuleCheck {
  @Override
  public String id() {
    return "duplicate-alert";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    return First.andAgain(
        workspace.rules().stream().filter(rule -> rule.rule() instanceof Alert),
        rule -> rule.rule().name(),
        (rule, first) ->
            RuleProblem.of(rule, "an alert in " + first.rule().origin() + " has this name, too"));
  }
}
