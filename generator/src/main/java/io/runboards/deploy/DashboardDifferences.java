package io.runboards.deploy;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is different between two states of a dashboard, panel by panel. */
final class DashboardDifferences {
  private static final String PANELS = "panels";
  private static final String TARGETS = "targets";

  private final List<Difference> all = new ArrayList<>();

  private DashboardDifferences() {}

  static List<Difference> between(Fields before, Fields after) {
    DashboardDifferences differences = new DashboardDifferences();
    differences.named("variable", "name", variables(before), variables(after));
    differences.panels(panels(before), panels(after));
    differences.rest(withoutParts(before), withoutParts(after));
    return List.copyOf(differences.all);
  }

  private static Fields withoutParts(Fields dashboard) {
    return dashboard.without(PANELS, "templating");
  }

  private static List<JsonValue> variables(Fields dashboard) {
    return dashboard.at("templating").itemsAt("list").toList();
  }

  /** All panels, also those inside of closed rows. */
  private static List<JsonValue> panels(Fields dashboard) {
    return dashboard
        .itemsAt(PANELS)
        .flatMap(panel ->
            Stream.concat(
                Stream.of(panel.object().changing(PANELS, inner -> new Items(List.of()))),
                panel.itemsAt(PANELS)))
        .toList();
  }

  private void rest(Fields before, Fields after) {
    all.addAll(Differences.between("", "", before, after));
  }

  private void named(String what, String key, List<JsonValue> before, List<JsonValue> after) {
    Map<String, JsonValue> old = byKey(before, it -> it.textAt(key));
    Map<String, JsonValue> next = byKey(after, it -> it.textAt(key));
    next.forEach((name, value) -> {
      String where = what + " " + Differences.quoted(name);
      if (old.containsKey(name)) {
        all.addAll(Differences.between(where, "", old.get(name), value));
      } else {
        all.add(new Difference(where, "new"));
      }
    });
    old.keySet().stream()
        .filter(name -> !next.containsKey(name))
        .forEach(name -> all.add(new Difference(what + " " + Differences.quoted(name), "gone")));
    ordered(what + "s", old, next);
  }

  private void ordered(String what, Map<String, JsonValue> old, Map<String, JsonValue> next) {
    if (old.keySet().equals(next.keySet())
        && !List.copyOf(old.keySet()).equals(List.copyOf(next.keySet()))) {
      all.add(new Difference(what, "in another order"));
    }
  }

  private void panels(List<JsonValue> before, List<JsonValue> after) {
    Map<String, JsonValue> old = byKey(before, panel -> Long.toString(panel.numberAt("id")));
    Map<String, JsonValue> next = byKey(after, panel -> Long.toString(panel.numberAt("id")));
    next.forEach((id, panel) -> {
      if (old.containsKey(id)) {
        panel(old.get(id), panel);
      } else {
        all.add(new Difference(name(panel), "new"));
      }
    });
    old.forEach((id, panel) -> {
      if (!next.containsKey(id)) {
        all.add(new Difference(name(panel), "gone"));
      }
    });
    ordered(PANELS, old, next);
  }

  private static String name(JsonValue panel) {
    String kind = panel.textAt("type").equals("row") ? "row" : "panel";
    return kind + " " + Differences.quoted(panel.textAt("title"));
  }

  private void panel(JsonValue before, JsonValue after) {
    if (before.equals(after)) {
      return;
    }
    String where = name(before);
    if (!before.at("gridPos").equals(after.at("gridPos"))) {
      all.add(Differences.changed(where, "", place(before), place(after)));
    }
    queries(where, before, after);
    List<String> old = steps(before);
    List<String> next = steps(after);
    if (!old.equals(next)) {
      String what = old.size() == 1 && next.size() == 1 ? "threshold" : "thresholds";
      all.add(Differences.changed(where, what, String.join(", ", old), String.join(", ", next)));
    }
    Fields rest = withoutThresholds(after, !old.equals(next));
    all.addAll(Differences.between(where, "", withoutThresholds(before, !old.equals(next)), rest));
  }

  /** The queries of a panel, by their letters. */
  private void queries(String where, JsonValue before, JsonValue after) {
    Map<String, JsonValue> old = byKey(before.itemsAt(TARGETS).toList(), it -> it.textAt("refId"));
    Map<String, JsonValue> next = byKey(after.itemsAt(TARGETS).toList(), it -> it.textAt("refId"));
    next.forEach((letter, target) -> {
      if (!old.containsKey(letter)) {
        all.add(new Difference(where, "query " + letter + " new"));
      } else if (!old.get(letter).at("expr").equals(target.at("expr"))) {
        all.add(
            Differences.changed(
                where,
                "query " + letter,
                Differences.words(old.get(letter).at("expr")),
                Differences.words(target.at("expr"))));
      }
    });
    old.keySet().stream()
        .filter(letter -> !next.containsKey(letter))
        .forEach(letter -> all.add(new Difference(where, "query " + letter + " gone")));
    next.forEach((letter, target) -> {
      if (old.containsKey(letter)) {
        all.addAll(
            Differences.between(
                where,
                "query " + letter,
                old.get(letter).object().without("expr"),
                target.object().without("expr")));
      }
    });
  }

  private static String place(JsonValue panel) {
    JsonValue at = panel.at("gridPos");
    return "%s×%s at %s,%s"
        .formatted(at.numberAt("w"), at.numberAt("h"), at.numberAt("x"), at.numberAt("y"));
  }

  /** The values of the thresholds, without the one from which everything begins. */
  private static List<String> steps(JsonValue panel) {
    return panel
        .at("fieldConfig")
        .at("defaults")
        .at("thresholds")
        .itemsAt("steps")
        .map(step -> step.at("value"))
        .filter(value -> !value.isNothing())
        .map(JsonValue::line)
        .toList();
  }

  private static Fields withoutThresholds(JsonValue panel, boolean told) {
    Fields rest = panel.object().without("gridPos", TARGETS, PANELS);
    return told
        ? rest.changing(
            "fieldConfig",
            config -> config.object().changing("defaults", it -> it.object().without("thresholds")))
        : rest;
  }

  /** In their order; of several with one key, the later ones get a number. */
  private static Map<String, JsonValue> byKey(
      List<JsonValue> values, Function<JsonValue, String> key) {
    Map<String, JsonValue> byKey = new LinkedHashMap<>();
    for (JsonValue value : values) {
      String name = key.apply(value);
      String free = name;
      for (int i = 2; byKey.containsKey(free); i++) {
        free = name + " (" + i + ")";
      }
      byKey.put(free, value);
    }
    return byKey;
  }
}
