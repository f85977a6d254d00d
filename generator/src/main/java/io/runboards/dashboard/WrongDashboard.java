package io.runboards.dashboard;

/** A dashboard that cannot be right. Its stack trace leads to the line that wrote it. */
public final class WrongDashboard extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public WrongDashboard(String message) {
    super(message);
  }
}
