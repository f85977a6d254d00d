package io.runboards.verify.prometheus;

/** A program that was to run and does not. */
public final class NotStarted extends Exception {
  private static final long serialVersionUID = 1;

  NotStarted(String message) {
    super(message);
  }
}
