package io.runboards.emit.grafana;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Panel;
import io.runboards.json.JsonWriter;
import io.runboards.site.GrafanaVersion;
import java.io.StringWriter;
import java.util.function.Consumer;

/** One dashboard as JSON, in each of the models that Grafana knows. */
public final class GrafanaDashboard {
  private final Scene scene;

  private GrafanaDashboard(Scene scene) {
    this.scene = scene;
  }

  /**
   * @param workspace the dashboards to which this one's links may lead
   * @param version the Grafana that will show it
   * @param choice which data source it asks
   */
  public static GrafanaDashboard of(
      Examined dashboard, Workspace workspace, GrafanaVersion version, DataSourceChoice choice) {
    return new GrafanaDashboard(new Scene(dashboard, workspace, version, choice, false));
  }

  /** The model that files have. Files know no library, so shared panels stand in it as a whole. */
  public String classic() {
    return json(it -> ClassicDashboard.write(it, scene));
  }

  /** The classic model for the API of every version: shared panels are names. */
  public String forApi() {
    return json(it -> ClassicDashboard.write(it, scene.forApi()));
  }

  /** A panel as an element of Grafana's library. */
  String element(Panel panel) {
    return json(it -> LibraryElement.write(it, panel, scene));
  }

  /** The classic model as a resource of the API, from 12 on. */
  public String resource() {
    return json(it -> Resource.first(it, scene.forApi()));
  }

  /** The model of elements and layouts as a resource of the API, from 13 on. */
  public String secondModel() {
    return json(it -> Resource.second(it, scene.forApi()));
  }

  private static String json(Consumer<JsonWriter> fields) {
    StringWriter out = new StringWriter();
    JsonWriter.pretty(out, fields);
    return out.toString();
  }
}
