package io.runboards.emit.grafana;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Variable;
import io.runboards.json.JsonWriter;
import io.runboards.site.GrafanaVersion;
import java.util.Optional;

/**
 * A dashboard on its way to Grafana, with all that its panels must know.
 *
 * @param examined the dashboard
 * @param workspace the dashboards that it may lead to
 * @param version the Grafana that will show it
 * @param choice which data source it asks
 * @param withLibrary whether shared panels stand in Grafana's library, and only their names here
 */
record Scene(
    Examined examined,
    Workspace workspace,
    GrafanaVersion version,
    DataSourceChoice choice,
    boolean withLibrary) {
  static final String PROMETHEUS = "prometheus";

  Dashboard dashboard() {
    return examined.dashboard();
  }

  /** The same for Grafana's API, which has a library of panels. */
  Scene forApi() {
    return new Scene(examined, workspace, version, choice, true);
  }

  /** Whether a panel is written as the name of one in the library. */
  boolean namesOnly(Panel panel) {
    return withLibrary && !panel.frame().heading().library().isEmpty();
  }

  boolean has(Since news) {
    return news.holdsFor(version);
  }

  /** The version of Grafana's own panels: equal ones are not migrated. */
  String panelVersion() {
    return version + ".0";
  }

  /** The uid of the data source, or the variable that holds it. */
  String sourceUid() {
    return switch (choice) {
      case DataSourceChoice.Fixed(Source source) -> source.uid();
      case DataSourceChoice.ByReader reader -> "${" + sourceVariable(dashboard()) + "}";
    };
  }

  void writeSource(JsonWriter json) {
    json.object(
        "datasource",
        source -> {
          source.field("type", PROMETHEUS);
          source.field("uid", sourceUid());
        });
  }

  /** The data source that is chosen at first, if a site says so and the variable offers it. */
  Optional<Source> firstSource(Variable.DataSource variable) {
    return switch (choice) {
      case DataSourceChoice.Fixed fixed -> Optional.empty();
      case DataSourceChoice.ByReader reader ->
          reader
              .first()
              .filter(
                  source -> variable.regex().isEmpty() || source.name().matches(variable.regex()));
    };
  }

  /** The names among which the reader chooses. */
  String sourceRegex(Variable.DataSource variable) {
    return switch (choice) {
      case DataSourceChoice.ByReader(Optional<Source> first, String regex)
          when variable.regex().isEmpty() ->
          regex;
      case DataSourceChoice.ByReader reader -> variable.regex();
      case DataSourceChoice.Fixed fixed -> variable.regex();
    };
  }

  /** The name of the variable that holds a dashboard's data source. */
  static String sourceVariable(Dashboard dashboard) {
    Optional<Variable> own =
        dashboard.variables().stream().filter(Variable.DataSource.class::isInstance).findFirst();
    return own.orElse(Dashboard.DATA_SOURCE).name();
  }
}
