package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Dashboards as objects of the resource API; the classic API shows the same ones.
 *
 * @param migrates whether this version of the API brings dashboards to the newest schema, when they
 *     are written and when they are read
 */
record DashboardKind(World world, DashboardResource dashboards, boolean migrates)
    implements KindResource.Kind {
  /** The version that keeps dashboards as they are. */
  static final String AS_WRITTEN = "v0alpha1";

  private static final int NEWEST_SCHEMA = 41;

  @Override
  public String label() {
    return "Dashboard";
  }

  @Override
  public List<String> names(Organisation organisation) {
    return List.copyOf(organisation.dashboards.keySet());
  }

  @Override
  public Optional<Fields> one(Organisation organisation, String name) {
    return Optional.ofNullable(organisation.dashboards.get(name)).map(this::object);
  }

  private Fields object(Dashboard dashboard) {
    Fields notes =
        dashboard.provisioned() ? KindObjects.ofFiles(dashboard.notes()) : dashboard.notes();
    Fields metadata =
        JsonValue.EMPTY
            .with("name", dashboard.uid())
            .with("resourceVersion", Long.toString(dashboard.now().id()))
            .with("generation", generation(dashboard))
            .with("creationTimestamp", dashboard.first().touch().when().toString())
            .with(
                "annotations",
                KindObjects.placed(notes, dashboard.folder())
                    .with("grafana.app/createdBy", "user:" + dashboard.first().touch().who())
                    .with("grafana.app/updatedBy", "user:" + dashboard.now().touch().who())
                    .with(
                        "grafana.app/updatedTimestamp", dashboard.now().touch().when().toString()));
    return JsonValue.EMPTY.with("metadata", metadata).with("spec", migrated(spec(dashboard.now())));
  }

  private static Fields spec(Dashboard.Version version) {
    return version.data().without("uid", "id", "version");
  }

  private Fields migrated(Fields spec) {
    return migrates ? spec.with("schemaVersion", NEWEST_SCHEMA) : spec;
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
    Dashboard saved =
        dashboards.saved(
            call.organisation(),
            Optional.ofNullable(call.organisation().dashboards.get(name)),
            migrated(sent.at("spec").object()).with("uid", name),
            KindObjects.folder(sent),
            KindObjects.notes(sent).textAt("grafana.app/message"),
            world.touch(call.asker()));
    call.organisation().dashboards.put(name, saved.noted(KindObjects.kept(sent)));
  }

  @Override
  public void delete(Organisation organisation, String name) {
    organisation.dashboards.remove(name);
  }
}
