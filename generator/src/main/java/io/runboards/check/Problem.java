package io.runboards.check;

import io.runboards.finding.Severity;
import io.runboards.promql.Span;

/**
 * What a check has against a part of a query.
 *
 * @param severity how bad it is
 * @param span the part
 * @param message what is wrong with it
 * @param advice what to do about it; empty when the message says it already
 */
public record Problem(Severity severity, Span span, String message, String advice) {
  static Problem error(Span span, String message) {
    return new Problem(Severity.ERROR, span, message, "");
  }

  static Problem warning(Span span, String message) {
    return new Problem(Severity.WARNING, span, message, "");
  }

  static Problem info(Span span, String message) {
    return new Problem(Severity.INFO, span, message, "");
  }

  Problem advise(String what) {
    return new Problem(severity, span, message, what);
  }
}
