package io.runboards.deploy;

/** What can be deployed, in the order in which one needs the other. */
public enum Kind {
  FOLDER("folder"),
  DATA_SOURCE("data source"),
  LIBRARY_PANEL("library panel"),
  DASHBOARD("dashboard");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
