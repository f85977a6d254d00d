package io.runboards.rules;

/** A rule that cannot be right. Its stack trace leads to the line that wrote it. */
public final class WrongRule extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public WrongRule(String message) {
    super(message);
  }
}
