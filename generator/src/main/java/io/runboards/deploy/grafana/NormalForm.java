package io.runboards.deploy.grafana;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Things without what the server adds, so that what we sent and what it returns are equal. */
final class NormalForm {
  /** What a server knows of a dashboard besides what it was told, and what stands elsewhere. */
  private static final String[] OF_DASHBOARD = {
    "id", "uid", "title", "version", "iteration", "gnetId"
  };

  private static final String[] OF_ELEMENT = {"id", "gridPos", "libraryPanel"};

  private static final List<String> OF_DATA_SOURCE =
      List.of(
          "type",
          "access",
          "url",
          "user",
          "database",
          "basicAuth",
          "basicAuthUser",
          "withCredentials",
          "isDefault",
          "jsonData");

  /** Texts and switches that say nothing, where a server adds them. */
  private static final Set<String> ADDED_EMPTY =
      Set.of("user", "database", "basicAuthUser", "basicAuth", "withCredentials", "isDefault");

  private NormalForm() {}

  /** All of a dashboard but its uid and title. */
  static Fields dashboard(JsonValue dashboard) {
    return dashboard.object().without(OF_DASHBOARD).changing("panels", NormalForm::panels);
  }

  private static JsonValue panels(JsonValue panels) {
    return new Items(panels.items().map(NormalForm::panel).<JsonValue>map(it -> it).toList());
  }

  /** A panel of the library is only named: the server returns all of it. */
  private static Fields panel(JsonValue panel) {
    Fields all = panel.object().changing("panels", NormalForm::panels);
    JsonValue library = all.at("libraryPanel");
    if (library.isNothing()) {
      return all;
    }
    Map<String, JsonValue> named = new LinkedHashMap<>();
    named.put("id", all.at("id"));
    named.put("gridPos", all.at("gridPos"));
    named.put(
        "libraryPanel",
        JsonValue.EMPTY.with("uid", library.textAt("uid")).with("name", library.textAt("name")));
    return new Fields(named);
  }

  /** The model of a panel of the library. */
  static Fields element(JsonValue model) {
    Fields known = model.object().without(OF_ELEMENT);
    return known.textAt("description").isEmpty() ? known.without("description") : known;
  }

  /** What is known about a data source, without its secrets. */
  static Fields dataSource(JsonValue source) {
    Map<String, JsonValue> known = new LinkedHashMap<>();
    for (String name : OF_DATA_SOURCE) {
      JsonValue value = source.at(name);
      if (!value.isNothing() && !(ADDED_EMPTY.contains(name) && saysNothing(value))) {
        known.put(name, value);
      }
    }
    return new Fields(known);
  }

  private static boolean saysNothing(JsonValue value) {
    return value.equals(new JsonValue.Flag(false)) || value.equals(new JsonValue.Text(""));
  }
}
