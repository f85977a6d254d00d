package io.runboards.verify.prometheus;

/** A store that cannot be asked: nobody is there, or nobody who speaks its language. */
public final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1;

  public NoAnswer(String message) {
    super(message);
  }
}
