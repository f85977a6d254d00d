package io.runboards.verify.grafana;

/** The query of a variable was not answered; the message says why, in the words of the store. */
public final class NoValues extends Exception {
  private static final long serialVersionUID = 1;

  public NoValues(String message) {
    super(message);
  }
}
