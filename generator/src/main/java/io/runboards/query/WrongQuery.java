package io.runboards.query;

/** A query that cannot be right. Its stack trace leads to the line that wrote it. */
public final class WrongQuery extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  WrongQuery(String message) {
    super(message);
  }
}
