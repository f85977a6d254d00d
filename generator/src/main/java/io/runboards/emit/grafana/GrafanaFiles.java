package io.runboards.emit.grafana;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.site.GrafanaVersion;
import java.util.ArrayList;
import java.util.List;

/** All files of a Grafana's provisioning mount. */
public final class GrafanaFiles {
  private static final String ROOT = "grafana/";

  private GrafanaFiles() {}

  /** The dashboards of a workspace, each in the folder that it stands in. */
  public static List<OutFile> of(
      Workspace workspace, DataSourceChoice choice, GrafanaVersion version) {
    List<OutFile> files = new ArrayList<>();
    for (Examined examined : workspace.dashboards()) {
      GrafanaDashboard dashboard = GrafanaDashboard.of(examined, workspace, version, choice);
      String uid = examined.dashboard().uid();
      files.add(new OutFile(ROOT + "dashboards/" + uid + ".json", dashboard.classic()));
    }
    return files;
  }
}
