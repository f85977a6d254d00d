package io.runboards.promql;

import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.finding.Severity;

/** A text that is no PromQL: what was found, what was expected, and where. */
public final class ParseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String rule;
  private final transient String text;
  private final int start;
  private final int end;

  ParseException(String message, String text, int start, int end) {
    this("syntax", message, text, start, end);
  }

  private ParseException(String rule, String message, String text, int start, int end) {
    super(message, null, false, false);
    this.rule = rule;
    this.text = text;
    this.start = Math.min(start, text.length());
    this.end = Math.clamp(end, this.start, text.length());
  }

  /** The query calls a function that Prometheus once had. */
  static ParseException deprecatedFunction(String message, String text, Span span) {
    return new ParseException("deprecated-function", message, text, span.start(), span.end());
  }

  /** The same as a finding; {@code source} names where the text came from. */
  public Finding toFinding(String source) {
    return new Finding(rule, Severity.ERROR, getMessage(), place(source), "");
  }

  public Place place(String source) {
    return Place.in(source, text, start, end);
  }
}
