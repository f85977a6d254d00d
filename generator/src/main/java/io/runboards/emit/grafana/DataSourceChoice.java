package io.runboards.emit.grafana;

import java.util.Optional;

/** Which data source dashboards ask. */
public sealed interface DataSourceChoice {

  /**
   * The one that the reader chooses in the dashboard's own variable.
   *
   * @param first the one that is chosen until then; if empty, Grafana's default
   * @param regex the names among which to choose, unless the variable says it itself; empty for all
   */
  record ByReader(Optional<Source> first, String regex) implements DataSourceChoice {}

  /** Always the same one: the dashboards have no variable for it. */
  record Fixed(Source source) implements DataSourceChoice {}

  static DataSourceChoice byReader() {
    return new ByReader(Optional.empty(), "");
  }

  static DataSourceChoice byReader(Source first) {
    return new ByReader(Optional.of(first), "");
  }

  static DataSourceChoice fixed(Source source) {
    return new Fixed(source);
  }
}
