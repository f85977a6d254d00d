package io.runboards.deploy;

import io.runboards.json.JsonValue;

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

  static Kind labelled(String label) throws JsonValue.Malformed {
    for (Kind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    throw new JsonValue.Malformed("there is no kind '" + label + "'");
  }
}
