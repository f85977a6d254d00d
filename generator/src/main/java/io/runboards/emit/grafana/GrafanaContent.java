package io.runboards.emit.grafana;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Panel;
import io.runboards.site.GrafanaVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a workspace puts into an organisation of a Grafana, for its API.
 *
 * @param folders its folders
 * @param panels the panels of its library
 * @param dashboards its dashboards
 */
public record GrafanaContent(List<Place> folders, List<Piece> panels, List<Piece> dashboards) {

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

  /**
   * The content for one organisation.
   *
   * @param choice which data source dashboards ask
   */
  public static GrafanaContent of(
      Workspace workspace, DataSourceChoice choice, GrafanaVersion version) {
    List<Piece> panels = new ArrayList<>();
    List<Piece> dashboards = new ArrayList<>();
    Set<String> shared = new HashSet<>();
    for (Examined examined : workspace.dashboards()) {
      GrafanaDashboard dashboard = GrafanaDashboard.of(examined, workspace, version, choice);
      Folder folder = new Folder(examined.dashboard().folder());
      String in = folder.isRoot() ? "" : folder.uid();
      dashboards.add(
          new Piece(
              examined.dashboard().uid(),
              examined.dashboard().title(),
              in,
              dashboard.forApi()));
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
    return new GrafanaContent(folders, panels, dashboards);
  }

  private static Piece piece(Panel panel, String folder, GrafanaDashboard dashboard) {
    String uid = panel.frame().heading().library();
    return new Piece(uid, panel.title(), folder, dashboard.element(panel));
  }
}
