package io.runboards.finding;

/** How bad a finding is: an error stops the work, a warning is shown, an info only explains. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** The name in every output format: {@code error}, {@code warning} or {@code info}. */
  public String label() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }
}
