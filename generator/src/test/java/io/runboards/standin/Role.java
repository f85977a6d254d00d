package io.runboards.standin;

import java.util.Locale;

/** What somebody may do in an organisation; each may do what those before may. */
public enum Role {
  VIEWER,
  EDITOR,
  ADMIN;

  boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role as Grafana writes it. */
  String label() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  static Role of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
