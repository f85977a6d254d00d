package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.Template;
import java.util.stream.Stream;

/** A text of an alert that not every receiver of the rules can fill in. */
final class TemplateSyntax implements AlertCheck {
  @Override
  public String id() {
    return "template-syntax";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return AlertText.of(rule, alert).flatMap(TemplateSyntax::problem);
  }

  private static Stream<RuleProblem> problem(AlertText text) {
    try {
      Template.parse(text.text());
      return Stream.empty();
    } catch (Template.Wrong e) {
      return Stream.of(
          text.problem(e.start(), e.end(), "the " + text.what() + ": " + e.getMessage()));
    }
  }
}
