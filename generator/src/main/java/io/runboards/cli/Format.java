package io.runboards.cli;

/** How a command prints: for people or for programs. */
enum Format {
  TEXT("text"),
  JSON("json");

  private final String label;

  Format(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
