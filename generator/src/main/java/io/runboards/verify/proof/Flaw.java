package io.runboards.verify.proof;

import io.runboards.finding.Severity;

/**
 * One thing that is wrong with what a query or rule showed.
 *
 * @param id what kind of thing, in kebab-case, such as {@code empty}
 * @param severity how bad it is
 * @param message what is wrong, and why, as far as that can be found out
 */
public record Flaw(String id, Severity severity, String message) {
  public static Flaw error(String id, String message) {
    return new Flaw(id, Severity.ERROR, message);
  }

  public static Flaw warning(String id, String message) {
    return new Flaw(id, Severity.WARNING, message);
  }

  /** Something that is as it was declared; it only explains. */
  public static Flaw info(String id, String message) {
    return new Flaw(id, Severity.INFO, message);
  }

  /** What it makes of what has it. */
  public Verdict verdict() {
    return switch (severity) {
      case ERROR -> Verdict.BROKEN;
      case WARNING -> Verdict.DOUBTFUL;
      case INFO -> Verdict.EMPTY_ALLOWED;
    };
  }
}
