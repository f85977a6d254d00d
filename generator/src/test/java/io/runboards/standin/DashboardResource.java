package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.standin.Dashboard.Version;
import io.runboards.standin.World.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Dashboards: {@code /api/dashboards}. Restoring a version always fails, as it did in the
 * recording.
 */
record DashboardResource(World world) implements Resource {
  private static final Reply UNKNOWN = Reply.refusedTraced(404, "Dashboard not found");

  @Override
  public Reply answer(Call call) {
    if (call.shape().equals("POST 1") && call.path().getFirst().equals("db")) {
      return save(call);
    }
    if (call.path().size() < 2 || !call.path().getFirst().equals("uid")) {
      return Reply.notFound();
    }
    Optional<Dashboard> known =
        Optional.ofNullable(call.organisation().dashboards.get(call.path().get(1)));
    String rest = String.join("/", call.path().subList(2, call.path().size()));
    return switch ((call.method() + " " + rest).strip()) {
      case "GET" -> known.map(it -> Reply.good(whole(call, it))).orElse(UNKNOWN);
      case "DELETE" -> known.map(it -> delete(call, it)).orElse(UNKNOWN);
      case "GET versions" -> known.map(DashboardResource::history).orElse(UNKNOWN);
      case "POST restore" ->
          known.isPresent() ? Reply.refused(404, "Dashboard version not found") : UNKNOWN;
      default -> Reply.notFound();
    };
  }

  private Reply save(Call call) {
    Organisation organisation = call.organisation();
    Fields sent = call.body().at("dashboard").object();
    String uid = sent.textAt("uid");
    String folder = call.body().textAt("folderUid");
    if (!folder.isEmpty() && !organisation.folders.containsKey(folder)) {
      return Reply.refusedTraced(400, "Folder not found");
    }
    if (sent.textAt("title").isBlank()) {
      return Reply.refused(400, "empty-name", "Dashboard title cannot be empty");
    }
    Optional<String> mistake = Uids.mistake(uid);
    if (mistake.isPresent()) {
      return Reply.refused(400, mistake.get());
    }
    Optional<Dashboard> before = before(organisation, sent);
    if (before.isEmpty() && sent.numberAt("id") != 0) {
      return Reply.refused(404, "not-found", "Dashboard not found");
    }
    if (before.isPresent() && before.get().provisioned()) {
      return Reply.refused(400, "Cannot save provisioned dashboard");
    }
    if (before.isPresent()
        && !call.body().flagAt("overwrite")
        && sent.numberAt("version") != before.get().now().number()) {
      return Reply.refused(
          412, "version-mismatch", "The dashboard has been changed by someone else");
    }
    if (isTaken(organisation, uid, sent.textAt("title"), folder)) {
      return Reply.refused(
          412, "name-exists", "A dashboard with the same name in the folder already exists");
    }
    return keep(call, before, sent, folder);
  }

  private static Optional<Dashboard> before(Organisation organisation, Fields sent) {
    return organisation.dashboards.values().stream()
        .filter(it -> it.uid().equals(sent.textAt("uid")) || it.id() == sent.numberAt("id"))
        .findFirst();
  }

  private boolean isTaken(Organisation organisation, String uid, String title, String folder) {
    return world.setup.uniqueTitles()
        && organisation
            .dashboardsIn(folder)
            .anyMatch(it -> !it.uid().equals(uid) && it.title().equals(title));
  }

  private Reply keep(Call call, Optional<Dashboard> before, Fields sent, String folder) {
    Dashboard dashboard =
        saved(
            call.organisation(),
            before,
            sent,
            folder,
            call.body().textAt("message"),
            world.touch(call.asker()));
    Fields body =
        JsonValue.EMPTY
            .with("id", dashboard.id())
            .with("slug", Uids.slug(dashboard.title()))
            .with("status", "success")
            .with("uid", dashboard.uid())
            .with("url", dashboard.url())
            .with("version", dashboard.now().number());
    return Reply.good(body).writing("dashboard " + dashboard.uid());
  }

  /** Writes one more version of a dashboard, or its first. */
  Dashboard saved(
      Organisation organisation,
      Optional<Dashboard> before,
      Fields sent,
      String folder,
      String message,
      Touch now) {
    long id = before.map(Dashboard::id).orElseGet(() -> world.next(Sequence.DASHBOARD));
    String uid = sent.textAt("uid").isEmpty() ? "dashboard-" + id : sent.textAt("uid");
    long number = before.map(it -> it.now().number() + 1).orElse(1L);
    Fields data = sent.with("uid", uid).with("version", number);
    Version version =
        new Version(
            world.next(Sequence.VERSION),
            number,
            message,
            before.isPresent() ? data.with("id", id) : data,
            now);
    Dashboard dashboard =
        before
            .map(it -> it.saved(folder, it.notes(), version))
            .orElseGet(
                () -> new Dashboard(id, uid, folder, false, JsonValue.EMPTY, List.of(version)));
    organisation.dashboards.put(uid, dashboard);
    return dashboard;
  }

  /** Puts a dashboard there that a provisioning file owns. */
  void provision(Organisation organisation, String folder, Fields content) {
    Dashboard dashboard =
        saved(organisation, Optional.empty(), content, folder, "", world.touchOfFiles());
    organisation.dashboards.put(
        dashboard.uid(),
        new Dashboard(
            dashboard.id(),
            dashboard.uid(),
            folder,
            true,
            dashboard.notes(),
            dashboard.versions()));
  }

  private static Reply delete(Call call, Dashboard dashboard) {
    if (dashboard.provisioned()) {
      return Reply.refusedTraced(400, "provisioned dashboard cannot be deleted");
    }
    call.organisation().dashboards.remove(dashboard.uid());
    Fields body =
        JsonValue.EMPTY
            .with("id", dashboard.id())
            .with("message", "Dashboard " + dashboard.title() + " deleted")
            .with("title", dashboard.title());
    return Reply.good(body).writing("dashboard " + dashboard.uid());
  }

  private static Reply history(Dashboard dashboard) {
    List<JsonValue> versions =
        dashboard.versions().reversed().stream()
            .<JsonValue>map(version ->
                JsonValue.EMPTY
                    .with("created", version.touch().when().toString())
                    .with("createdBy", version.touch().id())
                    .with("dashboardId", dashboard.id())
                    .with("dashboardUid", "")
                    .with("data", version.data())
                    .with("id", version.id())
                    .with("message", version.number() == 1 ? "Initial save" : version.message())
                    .with("parentVersion", version.number() - 1)
                    .with("restoredFrom", 0)
                    .with("version", version.number()))
            .toList();
    return Reply.good(new Items(versions));
  }

  private static Fields whole(Call call, Dashboard dashboard) {
    Fields content =
        dashboard
            .now()
            .data()
            .with("id", dashboard.id())
            .changing("panels", panels -> Element.filledIn(call.organisation(), panels));
    return JsonValue.EMPTY
        .with("dashboard", content)
        .with("meta", DashboardMeta.of(call.organisation(), dashboard));
  }
}
