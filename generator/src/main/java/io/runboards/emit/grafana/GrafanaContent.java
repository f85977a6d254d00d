package io.runboards.emit.grafana;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Panel;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a site puts into an organisation of a Grafana, for its API.
 *
 * @param sources its data sources, without secrets
 * @param folders its folders
 * @param panels the panels of its library
 * @param dashboards its dashboards
 */
public record GrafanaContent(
    List<Origin> sources, List<Place> folders, List<Piece> panels, List<Piece> dashboards) {

  /**
   * A data source.
   *
   * @param uid its name in addresses
   * @param title its name for people
   * @param scope the tenants that its requests name; empty for none
   * @param json all else, as the API takes it
   */
  public record Origin(String uid, String title, String scope, String json) {}

  /**
   * A folder.
   *
   * @param uid its name in addresses
   * @param title its name for people
   */
  public record Place(String uid, String title) {}

  /**
   * A panel or dashboard.
   *
   * @param uid its name in addresses
   * @param title its name for people
   * @param folder the uid of its folder; empty for none
   * @param json all of it, as the API takes it
   */
  public record Piece(String uid, String title, String folder, String json) {}

  /** The content for one organisation: its dashboards ask first what it sees first. */
  public static GrafanaContent of(Site site, Organisation organisation, Workspace workspace) {
    List<Source> sources =
        Sources.of(site).stream()
            .filter(source -> source.organisation() == organisation.id())
            .toList();
    DataSourceChoice choice = new DataSourceChoice.ByReader(sources.stream().findFirst(), "");
    List<Piece> panels = new ArrayList<>();
    List<Piece> dashboards = new ArrayList<>();
    Set<String> shared = new HashSet<>();
    for (Examined examined : workspace.dashboards()) {
      GrafanaDashboard dashboard =
          GrafanaDashboard.of(examined, workspace, site.grafana().version(), choice);
      Folder folder = new Folder(examined.dashboard().folder());
      String in = folder.isRoot() ? "" : folder.uid();
      dashboards.add(
          new Piece(
              examined.dashboard().uid(), examined.dashboard().title(), in, dashboard.forApi()));
      examined
          .panels()
          .filter(panel -> shared.add(panel.frame().heading().library()))
          .filter(panel -> !panel.frame().heading().library().isEmpty())
          .forEach(panel -> panels.add(piece(panel, in, dashboard)));
    }
    List<Place> folders =
        Folder.of(workspace).stream()
            .filter(folder -> !folder.isRoot())
            .map(folder -> new Place(folder.uid(), folder.title()))
            .toList();
    return new GrafanaContent(
        sources.stream().map(GrafanaContent::origin).toList(), folders, panels, dashboards);
  }

  private static Origin origin(Source source) {
    return new Origin(source.uid(), source.name(), source.way().scope(), SourceForApi.json(source));
  }

  private static Piece piece(Panel panel, String folder, GrafanaDashboard dashboard) {
    String uid = panel.frame().heading().library();
    return new Piece(uid, panel.title(), folder, dashboard.element(panel));
  }
}
