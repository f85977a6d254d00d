package io.runboards.emit;

/** A folder cannot be written to. The message says why and what to do, over several lines. */
public final class CannotWrite extends Exception {
  private static final long serialVersionUID = 1;

  CannotWrite(String message) {
    super(message);
  }
}
