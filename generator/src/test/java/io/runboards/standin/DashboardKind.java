package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.List;
import java.util.Optional;

/** Dashboards as objects of the resource API; the classic API shows the same ones. */
record DashboardKind(World world, DashboardResource dashboards) implements KindResource.Kind {
  @Override
  public String label() {
    return "Dashboard";
  }

  @Override
  public List<Fields> all(Organisation organisation) {
    return organisation.dashboards.values().stream().map(it -> object(organisation, it)).toList();
  }

  private static Fields object(Organisation organisation, Dashboard dashboard) {
    Fields notes = dashboard.notes();
    Fields placed =
        dashboard.folder().isEmpty()
            ? notes.without("grafana.app/folder")
            : notes.with("grafana.app/folder", dashboard.folder());
    Fields metadata =
        JsonValue.EMPTY
            .with("name", dashboard.uid())
            .with("namespace", KindResource.namespace(organisation))
            .with("resourceVersion", Long.toString(dashboard.now().id()))
            .with("generation", generation(dashboard))
            .with("creationTimestamp", dashboard.first().touch().when().toString())
            .with(
                "annotations",
                placed
                    .with("grafana.app/createdBy", "user:" + dashboard.first().touch().who())
                    .with("grafana.app/updatedBy", "user:" + dashboard.now().touch().who())
                    .with(
                        "grafana.app/updatedTimestamp", dashboard.now().touch().when().toString()));
    return JsonValue.EMPTY.with("metadata", metadata).with("spec", spec(dashboard.now()));
  }

  private static Fields spec(Dashboard.Version version) {
    return version.data().without("uid", "id", "version");
  }

  /** It counts changes of the content only. */
  private static long generation(Dashboard dashboard) {
    long generation = 1;
    List<Dashboard.Version> versions = dashboard.versions();
    for (int i = 1; i < versions.size(); i++) {
      generation += spec(versions.get(i)).equals(spec(versions.get(i - 1))) ? 0 : 1;
    }
    return generation;
  }

  @Override
  public void keep(Call call, String name, Fields sent) {
    Fields notes = sent.at("metadata").at("annotations").object();
    Dashboard saved =
        dashboards.saved(
            call.organisation(),
            Optional.ofNullable(call.organisation().dashboards.get(name)),
            sent.at("spec").object().with("uid", name),
            KindResource.folder(sent),
            notes.textAt("grafana.app/message"),
            world.touch(call.asker()));
    call.organisation().dashboards.put(name, saved.noted(notes.without("grafana.app/message")));
  }

  @Override
  public void delete(Organisation organisation, String name) {
    organisation.dashboards.remove(name);
  }
}
