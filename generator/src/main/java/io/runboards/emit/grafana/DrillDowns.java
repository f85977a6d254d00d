package io.runboards.emit.grafana;

import io.runboards.catalog.Label;
import io.runboards.check.Destination;
import io.runboards.check.Destination.Source;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Links of values to other dashboards. */
final class DrillDowns {
  private DrillDowns() {}

  /**
   * The setting for some links.
   *
   * @param clicked the expression for a label of what was clicked
   */
  static Setting setting(List<Destination> links, Scene scene, Function<Label, String> clicked) {
    return new Setting(
        "links",
        (json, name) ->
            json.objects(name, links, (link, it) -> write(link, it, address(it, scene, clicked))));
  }

  private static void write(JsonWriter json, Destination destination, String address) {
    json.field("title", destination.link().title());
    json.field("url", address);
  }

  private static String address(
      Destination destination, Scene scene, Function<Label, String> clicked) {
    List<String> parameters = new ArrayList<>();
    if (scene.choice() instanceof DataSourceChoice.ByReader) {
      parameters.add(source(destination, scene));
    }
    for (Destination.Value value : destination.values()) {
      parameters.add(
          switch (value.source()) {
            case Source.Clicked(Label label) ->
                "var-" + value.variable() + "=" + clicked.apply(label);
            case Source.Chosen(String here) -> chosen(here, value.variable(), scene);
          });
    }
    parameters.add("${__url_time_range}");
    return "/d/" + destination.link().uid() + "?" + String.join("&", parameters);
  }

  private static String source(Destination destination, Scene scene) {
    String here = Scene.sourceVariable(scene.dashboard());
    String there =
        scene.workspace().find(destination.link().uid()).map(Scene::sourceVariable).orElse(here);
    return chosen(here, there, scene);
  }

  /** What is chosen here into a variable there; of several values each becomes a parameter. */
  private static String chosen(String here, String there, Scene scene) {
    if (here.equals(there)) {
      return "${" + here + ":queryparam}";
    }
    return isMulti(here, scene.dashboard()) && scene.has(Since.RENAMED_QUERY_PARAMETERS)
        ? "${" + here + ":customqueryparam:var-" + there + "}"
        : "var-" + there + "=${" + here + ":percentencode}";
  }

  private static boolean isMulti(String name, Dashboard dashboard) {
    return dashboard.variables().stream()
        .filter(Variable.ValuesOf.class::isInstance)
        .map(Variable.ValuesOf.class::cast)
        .anyMatch(it -> it.name().equals(name) && it.choice().isMulti());
  }

  /** The label of the series that was clicked. */
  static String ofSeries(Label label) {
    return "${__field.labels." + label.name() + ":percentencode}";
  }

  /** The label's column in the row that was clicked: it keeps its name under any title. */
  static String ofRow(Label label) {
    return "${__data.fields." + label.name() + ":percentencode}";
  }
}
