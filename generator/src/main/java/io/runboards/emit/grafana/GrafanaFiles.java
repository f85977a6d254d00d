package io.runboards.emit.grafana;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Panel;
import io.runboards.emit.OutFile;
import io.runboards.site.GrafanaVersion;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All files of a Grafana: a mount for its provisioning, and resources for its API. */
public final class GrafanaFiles {
  private static final String PROVISIONING = "grafana/provisioning/";
  private static final String DASHBOARDS = "grafana/dashboards/";
  private static final String RESOURCES = "grafana/resources/";

  private GrafanaFiles() {}

  /**
   * The files of a workspace. Each organisation that sees a data source gets all dashboards.
   *
   * @param sources the data sources that the mount brings along
   * @param choice which of them dashboards ask
   */
  public static List<OutFile> of(
      Workspace workspace, List<Source> sources, DataSourceChoice choice, GrafanaVersion version) {
    List<Integer> organisations = sources.stream().map(Source::organisation).distinct().toList();
    List<OutFile> files = new ArrayList<>();
    List<Folder> folders = Folder.of(workspace);
    Set<String> shared = new HashSet<>();
    files.add(
        new OutFile(PROVISIONING + "dashboards/runboards.yaml", Provisioning.providers(folders, organisations)));
    files.add(
        new OutFile(PROVISIONING + "datasources/runboards.yaml", Provisioning.sources(sources)));
    for (Examined examined : workspace.dashboards()) {
      GrafanaDashboard dashboard = GrafanaDashboard.of(examined, workspace, version, choice);
      String name = examined.dashboard().uid() + ".json";
      String folder = new Folder(examined.dashboard().folder()).slug();
      files.add(new OutFile(DASHBOARDS + folder + "/" + name, dashboard.classic()));
      if (Since.RESOURCES.holdsFor(version)) {
        files.add(new OutFile(RESOURCES + "v1beta1/" + name, dashboard.resource()));
      }
      if (Since.SECOND_MODEL.holdsFor(version)) {
        files.add(new OutFile(RESOURCES + "v2/" + name, dashboard.secondModel()));
      }
      examined
          .panels()
          .filter(panel -> !panel.frame().heading().library().isEmpty())
          .filter(panel -> shared.add(panel.frame().heading().library()))
          .map(panel -> element(panel, dashboard))
          .forEach(files::add);
    }
    return files;
  }

  private static OutFile element(Panel panel, GrafanaDashboard dashboard) {
    String uid = panel.frame().heading().library();
    return new OutFile(RESOURCES + "library/" + uid + ".json", dashboard.element(panel));
  }

  /** The files of a site: dashboards ask first what the first organisation sees first. */
  public static List<OutFile> of(Site site, Workspace workspace) {
    DataSourceChoice choice =
        DataSourceChoice.byReader(Sources.source(Sources.first(site), site));
    return of(workspace, Sources.of(site), choice, site.grafana().version());
  }

  /** The files of a workspace that has one data source, which is chosen at first. */
  public static List<OutFile> of(Workspace workspace, Source source, GrafanaVersion version) {
    return of(workspace, List.of(source), DataSourceChoice.byReader(source), version);
  }
}
