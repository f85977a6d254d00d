package io.runboards.promql;

import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.finding.Severity;

/** A text that is no PromQL: what was found, what was expected, and where. */
public final class ParseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient String text;
  private final int start;
  private final int end;

  ParseException(String message, String text, int start, int end) {
    super(message, null, false, false);
    this.text = text;
    this.start = Math.min(start, text.length());
    this.end = Math.clamp(end, this.start, text.length());
  }

  /** The same as a finding; {@code source} names where the text came from. */
  public Finding toFinding(String source) {
    return new Finding("syntax", Severity.ERROR, getMessage(), place(source), "");
  }

  public Place place(String source) {
    return Place.in(source, text, start, end);
  }
}
