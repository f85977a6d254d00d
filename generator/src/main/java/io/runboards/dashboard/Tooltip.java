package io.runboards.dashboard;

/** What a panel says at the pointer. */
public enum Tooltip {
  /** The series there. */
  ONE("single"),
  /** All series, the greatest first. */
  ALL("multi"),
  NONE("none");

  private final String id;

  Tooltip(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
