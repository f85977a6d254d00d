package io.runboards.emit.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Panels;
import io.runboards.samples.Samples;
import io.runboards.site.GrafanaVersion;
import java.util.List;

/** Dashboards as they are written, read back. */
final class Written {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  static final Source SOURCE = Source.of("uid-1", "Metrics", "http://metrics");

  private Written() {}

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The first of some dashboards, which know of each other. */
  static JsonNode classic(GrafanaVersion version, DataSourceChoice choice, Dashboard... all) {
    Workspace workspace = Samples.workspace(List.of(all));
    return read(
        GrafanaDashboard.of(workspace.dashboards().getFirst(), workspace, version, choice)
            .classic());
  }

  static JsonNode classic(GrafanaVersion version, Dashboard... all) {
    return classic(version, DataSourceChoice.byReader(), all);
  }

  static JsonNode newest(Dashboard... all) {
    return classic(GrafanaVersion.NEWEST, all);
  }

  /** A panel that is alone on a dashboard. */
  static JsonNode panel(GrafanaVersion version, Panel panel) {
    return classic(version, alone(panel)).at("/panels/0");
  }

  static JsonNode newest(Panel panel) {
    return panel(GrafanaVersion.NEWEST, panel);
  }

  static Dashboard alone(Panel... panels) {
    return Dashboard.dashboard("alone", "Alone").rows(Panels.row(panels));
  }

  /** The value of a property of the override for a name. */
  static JsonNode override(JsonNode panel, String name, String property) {
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      if (override.at("/matcher/options").asText().equals(name)) {
        for (JsonNode it : override.at("/properties")) {
          if (it.get("id").asText().equals(property)) {
            return it.get("value");
          }
        }
      }
    }
    return MAPPER.missingNode();
  }
}
