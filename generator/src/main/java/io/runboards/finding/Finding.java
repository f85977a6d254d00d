package io.runboards.finding;

import java.util.Objects;

/**
 * One thing that is wrong.
 *
 * @param id what kind of thing, in kebab-case: the name of its page in the documentation
 * @param severity how bad it is
 * @param message what is wrong, and what was expected
 * @param place where it stands
 * @param advice what to do about it; empty when the message says it already
 */
public record Finding(String id, Severity severity, String message, Place place, String advice) {
  public Finding {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(place);
    if (id.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("a finding needs an id and a message");
    }
    Objects.requireNonNull(advice);
  }

  /** The finding as one line: {@code source:line:column: error: message. Advice.} */
  @Override
  public String toString() {
    String line = place + ": " + severity.label() + ": " + message;
    return advice.isEmpty() ? line : line + ". " + advice;
  }
}
