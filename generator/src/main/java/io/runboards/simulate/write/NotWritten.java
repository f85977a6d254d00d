package io.runboards.simulate.write;

/** Samples could not be written. The message says why. */
public final class NotWritten extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotWritten(String message) {
    super(message);
  }
}
