package io.runboards.deploy.grafana;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.Map;

/** What data sources log in with, by their uids. Printed, it says nothing. */
public final class Secrets {
  public static final Secrets NONE = new Secrets(Map.of());

  private final Map<String, Fields> bySource;

  public Secrets(Map<String, Fields> bySource) {
    this.bySource = Map.copyOf(bySource);
  }

  /** The secret fields of a data source, by Grafana's names. */
  Fields of(String uid) {
    return bySource.getOrDefault(uid, JsonValue.EMPTY);
  }

  @Override
  public String toString() {
    return "***";
  }
}
