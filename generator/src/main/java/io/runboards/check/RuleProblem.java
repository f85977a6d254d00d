package io.runboards.check;

import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.finding.Severity;
import io.runboards.promql.Span;

/**
 * What a check has against a rule, a group or a test of rules.
 *
 * @param severity how bad it is
 * @param source what it is about: the line that wrote it, and its name
 * @param text the text that it points into; empty if it points into none
 * @param span the characters of the text
 * @param message what is wrong
 * @param advice what to do about it; empty when the message says it already
 */
record RuleProblem(
    Severity severity, String source, String text, Span span, String message, String advice) {

  /** About something as a whole, such as {@code GpuAlerts.java:12 GpuHot}. */
  static RuleProblem of(String source, String message) {
    return new RuleProblem(Severity.ERROR, source, "", Span.NONE, message, "");
  }

  static RuleProblem of(ExaminedRule rule, String message) {
    return of(rule.source(), message);
  }

  /** About characters of a text: a query, a summary, a description. */
  static RuleProblem in(String source, String text, Span span, String message) {
    return new RuleProblem(Severity.ERROR, source, text, span, message, "");
  }

  RuleProblem asWarning() {
    return new RuleProblem(Severity.WARNING, source, text, span, message, advice);
  }

  RuleProblem advise(String what) {
    return new RuleProblem(severity, source, text, span, message, what);
  }

  Remark remark(String id) {
    Place place =
        text.isEmpty()
            ? new Place(source, 1, 1, 0, 0)
            : Place.in(source, text, span.start(), span.end());
    return new Remark(new Finding(id, severity, message, place, advice), text);
  }
}
