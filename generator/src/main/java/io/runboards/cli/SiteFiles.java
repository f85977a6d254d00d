package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.emit.alertmanager.AlertmanagerFile;
import io.runboards.emit.compose.ComposeFiles;
import io.runboards.emit.docs.AlertPages;
import io.runboards.emit.docs.DashboardsPage;
import io.runboards.emit.docs.GemPage;
import io.runboards.emit.gem.GemFiles;
import io.runboards.emit.grafana.GrafanaAlerts;
import io.runboards.emit.grafana.GrafanaFiles;
import io.runboards.emit.grafana.NotificationFiles;
import io.runboards.emit.mimir.HelmValues;
import io.runboards.emit.mimir.MimirFiles;
import io.runboards.emit.prometheus.PrometheusConfig;
import io.runboards.emit.mimir.Overrides;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.emit.runai.ControlPlane;
import io.runboards.rules.WrongRule;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.List;

/** All files that are written for a site. */
final class SiteFiles {
  private SiteFiles() {}

  static List<OutFile> of(SiteLookup.Found found, Workspace workspace) {
    try {
      return written(found, workspace);
    } catch (WrongRule e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  private static List<OutFile> written(SiteLookup.Found found, Workspace workspace) {
    Site site = found.site();
    List<OutFile> files = new ArrayList<>(GrafanaFiles.of(site, workspace));
    files.addAll(PrometheusFiles.of(site, workspace));
    files.addAll(PrometheusConfig.of(site));
    files.addAll(MimirFiles.of(site, workspace));
    Overrides.of(site).ifPresent(files::add);
    files.addAll(GemFiles.of(site));
    GemPage.of(site).ifPresent(files::add);
    HelmValues.of(site).ifPresent(files::add);
    ControlPlane.of(site).ifPresent(files::add);
    files.addAll(ComposeFiles.of(site, found.places().variables()));
    files.addAll(AlertmanagerFile.of(site.notifications(), workspace));
    files.addAll(NotificationFiles.of(site.notifications()));
    files.addAll(GrafanaAlerts.of(site, workspace));
    files.add(DashboardsPage.of(site, workspace));
    files.addAll(AlertPages.of(site, workspace));
    return files;
  }
}
