package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.InVersion;
import io.runboards.dashboard.Panel;
import io.runboards.flow.World;
import io.runboards.query.ForVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All dashboards of one installation, which may lead to each other. */
public final class Workspace {
  private final List<Examined> dashboards;
  private final World world;
  private final ClusterVersion version;
  private final Map<String, Dashboard> byUid = new HashMap<>();
  private final Map<List<String>, Dashboard> byTitle = new HashMap<>();
  private final Map<String, Panel> shared = new HashMap<>();

  private Workspace(List<Examined> dashboards, World world, ClusterVersion version) {
    this.dashboards = List.copyOf(dashboards);
    this.world = world;
    this.version = version;
    for (Examined examined : dashboards) {
      Dashboard dashboard = examined.dashboard();
      byUid.putIfAbsent(dashboard.uid(), dashboard);
      byTitle.putIfAbsent(List.of(dashboard.folder(), dashboard.title()), dashboard);
      dashboard.panels().forEach(it -> shared.putIfAbsent(it.frame().heading().library(), it));
    }
  }

  /** Reads dashboards as they are on clusters of a version. */
  public static Workspace of(List<Dashboard> dashboards, World world, ClusterVersion version) {
    InVersion inVersion = new InVersion(version, new ForVersion(version, world.catalog()));
    World then = new World(world.catalog().asIn(version), world.extraLabels());
    return new Workspace(
        dashboards.stream()
            .map(inVersion::of)
            .map(dashboard -> Examined.of(dashboard, then, version))
            .toList(),
        then,
        version);
  }

  public List<Examined> dashboards() {
    return dashboards;
  }

  public Optional<Dashboard> find(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  /** The first dashboard of a folder that has the title. */
  Optional<Dashboard> firstTitled(String folder, String title) {
    return Optional.ofNullable(byTitle.get(List.of(folder, title)));
  }

  /** The first panel that stands in the library under the uid. */
  Optional<Panel> firstShared(String uid) {
    return Optional.ofNullable(shared.get(uid));
  }

  /** What is known about series on the clusters of these dashboards. */
  World world() {
    return world;
  }

  /** The version of the clusters of these dashboards. */
  ClusterVersion version() {
    return version;
  }

  /** All uids, in the order of the dashboards. */
  public List<String> uids() {
    return dashboards.stream().map(it -> it.dashboard().uid()).toList();
  }
}
