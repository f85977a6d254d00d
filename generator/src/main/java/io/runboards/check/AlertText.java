package io.runboards.check;

import io.runboards.promql.Span;
import io.runboards.rules.Alert;
import io.runboards.rules.Template;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text of an alert.
 *
 * @param what which one: {@code summary} or {@code description}
 * @param text the text as it was written
 * @param source the line that wrote the alert, and its name
 */
record AlertText(String what, String text, String source) {

  static Stream<AlertText> of(ExaminedRule rule, Alert alert) {
    return Stream.of(summary(rule, alert), description(rule, alert));
  }

  static AlertText summary(ExaminedRule rule, Alert alert) {
    return new AlertText("summary", alert.text().summary(), rule.source());
  }

  private static AlertText description(ExaminedRule rule, Alert alert) {
    return new AlertText("description", alert.text().description(), rule.source());
  }

  /** What stands there; empty if that cannot be read, which is a finding of its own. */
  Optional<Template> template() {
    try {
      return Optional.of(Template.parse(text));
    } catch (Template.Wrong e) {
      return Optional.empty();
    }
  }

  RuleProblem problem(int start, int end, String message) {
    return RuleProblem.in(source, text, new Span(start, end), message);
  }
}
