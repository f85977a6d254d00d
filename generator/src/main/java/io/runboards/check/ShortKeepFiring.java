package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.Length;
import java.util.stream.Stream;

/** An alert that keeps firing for less time than passes until it is evaluated again. */
final class ShortKeepFiring implements AlertCheck {
  @Override
  public String id() {
    return "short-keep-firing";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    Length after = alert.hold().after();
    Length every = rule.group().every();
    return after.isNone() || !after.isShorterThan(every)
        ? Stream.empty()
        : Stream.of(
            RuleProblem.of(
                    rule,
                    "keeps firing for %s, but its group is evaluated every %s only"
                        .formatted(after, every))
                .asWarning());
  }
}
