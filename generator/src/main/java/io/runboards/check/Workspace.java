package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Dashboard;
import io.runboards.flow.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All dashboards of one installation, which may lead to each other. */
public final class Workspace {
  private final List<Examined> dashboards;
  private final Map<String, Dashboard> byUid = new HashMap<>();

  private Workspace(List<Examined> dashboards) {
    this.dashboards = List.copyOf(dashboards);
    dashboards.forEach(it -> byUid.putIfAbsent(it.dashboard().uid(), it.dashboard()));
  }

  public static Workspace of(List<Dashboard> dashboards, World world, ClusterVersion version) {
    return new Workspace(dashboards.stream().map(it -> Examined.of(it, world, version)).toList());
  }

  public List<Examined> dashboards() {
    return dashboards;
  }

  public Optional<Dashboard> find(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  /** All uids, in the order of the dashboards. */
  public List<String> uids() {
    return dashboards.stream().map(it -> it.dashboard().uid()).toList();
  }
}
