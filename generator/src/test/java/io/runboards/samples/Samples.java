package io.runboards.samples;

import io.runboards.catalog.ClusterVersion;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Installation;
import io.runboards.flow.World;
import java.util.List;
import java.util.stream.Stream;

/** Dashboards that tests turn into files: together they say all that can be said. */
public final class Samples {
  private Samples() {}

  public static Workspace workspace() {
    return workspace(dashboards());
  }

  public static Workspace workspace(List<Dashboard> dashboards) {
    return Workspace.of(dashboards, World.standard(), ClusterVersion.V2_17);
  }

  public static List<Dashboard> dashboards() {
    return Stream.of(new AllPanels(), new AllVariables(), new RowsAndRepeats(), new Links())
        .map(source -> source.define(Installation.NEWEST))
        .toList();
  }
}
