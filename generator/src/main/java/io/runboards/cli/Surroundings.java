package io.runboards.cli;

import io.runboards.dashboard.DashboardSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What commands find where they run.
 *
 * @param dashboards the dashboards of the workspace
 * @param folder the folder that relative paths start from
 * @param environment the values of environment variables
 * @param clock tells the time
 */
record Surroundings(
    List<DashboardSource> dashboards,
    Path folder,
    Function<String, Optional<String>> environment,
    InstantSource clock) {

  /** Those of this process. */
  static Surroundings ofThisProcess(List<DashboardSource> dashboards) {
    return new Surroundings(
        dashboards,
        Path.of(""),
        name -> Optional.ofNullable(System.getenv(name)),
        InstantSource.system());
  }
}
