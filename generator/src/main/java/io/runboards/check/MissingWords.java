package io.runboards.check;

import io.runboards.rules.Alert;
import java.util.stream.Stream;

/** An alert that does not say what is wrong, or what that means. */
final class MissingWords implements AlertCheck {
  @Override
  public String id() {
    return "missing-words";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return Stream.concat(
        missing("summary", alert.text().summary(), rule),
        missing("description", alert.text().description(), rule));
  }

  private static Stream<RuleProblem> missing(String what, String text, ExaminedRule rule) {
    return text.isBlank()
        ? Stream.of(RuleProblem.of(rule, "the alert has no " + what))
        : Stream.empty();
  }
}
