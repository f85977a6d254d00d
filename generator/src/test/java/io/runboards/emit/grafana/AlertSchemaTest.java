package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.emit.OutFile;
import io.runboards.samples.Alerts;
import io.runboards.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Files of alerts hold only fields that Grafana documents, each of its type: Grafana reads over
 * what it does not know, so a slip would never be told.
 */
class AlertSchemaTest {
  private static final Map<String, Class<?>> FIELDS =
      Map.ofEntries(
          Map.entry("apiVersion", Integer.class),
          Map.entry("groups[].orgId", Integer.class),
          Map.entry("groups[].name", String.class),
          Map.entry("groups[].folder", String.class),
          Map.entry("groups[].interval", String.class),
          Map.entry("groups[].rules[].uid", String.class),
          Map.entry("groups[].rules[].title", String.class),
          Map.entry("groups[].rules[].condition", String.class),
          Map.entry("groups[].rules[].data[].refId", String.class),
          Map.entry("groups[].rules[].data[].relativeTimeRange.from", Integer.class),
          Map.entry("groups[].rules[].data[].relativeTimeRange.to", Integer.class),
          Map.entry("groups[].rules[].data[].datasourceUid", String.class),
          Map.entry("groups[].rules[].data[].model.refId", String.class),
          Map.entry("groups[].rules[].data[].model.datasource.type", String.class),
          Map.entry("groups[].rules[].data[].model.datasource.uid", String.class),
          Map.entry("groups[].rules[].data[].model.expr", String.class),
          Map.entry("groups[].rules[].data[].model.instant", Boolean.class),
          Map.entry("groups[].rules[].data[].model.range", Boolean.class),
          Map.entry("groups[].rules[].data[].model.type", String.class),
          Map.entry("groups[].rules[].data[].model.expression", String.class),
          Map.entry("groups[].rules[].noDataState", String.class),
          Map.entry("groups[].rules[].execErrState", String.class),
          Map.entry("groups[].rules[].for", String.class),
          Map.entry("groups[].rules[].keepFiringFor", String.class),
          Map.entry("groups[].rules[].missing_series_evals_to_resolve", Integer.class),
          Map.entry("groups[].rules[].annotations.*", String.class),
          Map.entry("groups[].rules[].labels.*", String.class),
          Map.entry("deleteRules[].orgId", Integer.class),
          Map.entry("deleteRules[].uid", String.class));

  private static final Set<String> FREE = Set.of("annotations", "labels");

  @Test
  void eachFieldIsOneThatGrafanaDocuments() {
    Set<String> used = new TreeSet<>();
    for (OutFile file : GrafanaAlerts.of(Site.usual("a"), Alerts.workspace())) {
      used.addAll(read(file.content()));
    }
    assertThat(used).isEqualTo(new TreeSet<>(FIELDS.keySet()));
  }

  @Test
  void aFieldThatGrafanaDoesNotKnowIsFound() {
    assertThatThrownBy(() -> read("groups: [{rules: [{keep_firing_for: 5m}]}]"))
        .hasMessageContaining("groups[].rules[].keep_firing_for");
    assertThatThrownBy(() -> read("groups: [{orgId: one}]")).hasMessageContaining("groups[].orgId");
  }

  @Test
  void whatGrafanaDemandsOfARuleIsThere() {
    List<Map<?, ?>> rules =
        GrafanaAlerts.of(Site.usual("a"), Alerts.workspace()).stream()
            .map(file -> (Map<?, ?>) new Yaml().load(file.content()))
            .flatMap(file -> maps(file.get("groups")).stream())
            .flatMap(group -> maps(group.get("rules")).stream())
            .toList();
    assertThat(rules)
        .hasSize(2)
        .allSatisfy(rule -> {
          assertThat(rule.get("uid").toString()).matches("[a-zA-Z0-9_-]{1,40}");
          assertThat(rule.get("title")).isNotNull();
          assertThat(rule.get("for")).isNotNull();
          Set<Object> letters = new HashSet<>();
          maps(rule.get("data")).forEach(step -> letters.add(step.get("refId")));
          assertThat(letters).contains(rule.get("condition")).hasSize(2);
        });
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> maps(Object list) {
    return list == null ? List.of() : (List<Map<?, ?>>) list;
  }

  private static Set<String> read(String yaml) {
    Set<String> used = new HashSet<>();
    walk(new Yaml().load(yaml), "", used);
    return used;
  }

  private static void walk(Object value, String path, Set<String> used) {
    switch (value) {
      case Map<?, ?> fields ->
          fields.forEach((name, field) -> walk(field, below(path, (String) name), used));
      case List<?> items -> items.forEach(item -> walk(item, path + "[]", used));
      default -> {
        assertThat(FIELDS.get(path)).as(path).isEqualTo(value.getClass());
        used.add(path);
      }
    }
  }

  private static String below(String path, String name) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return FREE.contains(last) ? path + ".*" : path.isEmpty() ? name : path + "." + name;
  }
}
