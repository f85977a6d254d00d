package io.runboards.http;

/** A text that nobody may read: printed, it is three asterisks. */
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
