package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Items;
import io.runboards.standin.World.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Folders: {@code /api/folders}. Folders in folders follow the documentation, all else the
 * recording.
 */
record FolderResource(World world) implements Resource {
  private static final Reply UNKNOWN = Reply.refused(404, "not-found", "folder not found");
  private static final Reply CHANGED =
      Reply.refused(412, "version-mismatch", "the folder has been changed by someone else");
  private static final Reply SAME_TITLE =
      Reply.refused(
          409, "a folder or dashboard in the general folder with the same name already exists");

  @Override
  public Reply answer(Call call) {
    return switch (call.shape()) {
      case "GET 0" -> list(call);
      case "POST 0" -> create(call);
      case "GET 1" -> known(call).map(it -> Reply.good(it.whole())).orElse(UNKNOWN);
      case "PUT 1" -> known(call).map(it -> change(call, it)).orElse(UNKNOWN);
      case "DELETE 1" -> known(call).map(it -> delete(call, it)).orElse(UNKNOWN);
      case "POST 2" -> known(call).map(it -> move(call, it)).orElse(UNKNOWN);
      default -> Reply.notFound();
    };
  }

  private static Optional<Folder> known(Call call) {
    return Optional.ofNullable(call.organisation().folders.get(call.path().getFirst()));
  }

  private static Reply list(Call call) {
    String parent = call.one("parentUid").orElse("");
    List<Folder> all =
        call.organisation().foldersByTitle().stream()
            .filter(it -> it.parent().equals(parent))
            .toList();
    List<JsonValue> page =
        call.page(all, "limit", 1000).stream().<JsonValue>map(Folder::listed).toList();
    return Reply.good(new Items(page));
  }

  private Reply create(Call call) {
    Organisation organisation = call.organisation();
    String uid = call.body().textAt("uid");
    String title = call.body().textAt("title");
    String parent = call.body().textAt("parentUid");
    Optional<String> mistake = Uids.mistake(uid);
    if (mistake.isPresent()) {
      return Reply.refusedTraced(400, mistake.get());
    }
    if (title.isBlank()) {
      return Reply.refusedTraced(400, "folder title cannot be empty");
    }
    if (organisation.folders.containsKey(uid)) {
      return CHANGED;
    }
    if (!parent.isEmpty() && !organisation.folders.containsKey(parent)) {
      return Reply.refusedTraced(404, "parent folder not found");
    }
    if (isTaken(organisation, "", title, parent)) {
      return SAME_TITLE;
    }
    long id = world.next(Sequence.DASHBOARD);
    world.next(Sequence.VERSION);
    Touch now = world.touch(call.asker());
    Folder folder = Folder.made(id, uid.isEmpty() ? "folder-" + id : uid, title, parent, now);
    return kept(organisation, folder);
  }

  private Reply change(Call call, Folder folder) {
    String title = call.body().textAt("title");
    if (!call.body().flagAt("overwrite") && call.body().numberAt("version") != folder.version()) {
      return CHANGED;
    }
    if (isTaken(call.organisation(), folder.uid(), title, folder.parent())) {
      return SAME_TITLE;
    }
    world.next(Sequence.VERSION);
    return kept(call.organisation(), folder.renamed(title, world.touch(call.asker())));
  }

  private Reply move(Call call, Folder folder) {
    String parent = call.body().textAt("parentUid");
    if (!parent.isEmpty() && !call.organisation().folders.containsKey(parent)) {
      return Reply.refusedTraced(404, "parent folder not found");
    }
    return kept(call.organisation(), folder.movedTo(parent, world.touch(call.asker())));
  }

  private static Reply kept(Organisation organisation, Folder folder) {
    organisation.folders.put(folder.uid(), folder);
    return Reply.good(folder.whole()).writing("folder " + folder.uid());
  }

  /** Dashboards in the root share their titles with folders. */
  private boolean isTaken(Organisation organisation, String uid, String title, String parent) {
    return world.setup.uniqueTitles()
        && (organisation.folders.values().stream()
                .anyMatch(it ->
                    !it.uid().equals(uid) && it.parent().equals(parent) && it.title().equals(title))
            || parent.isEmpty()
                && organisation.dashboardsIn("").anyMatch(it -> it.title().equals(title)));
  }

  /** All that is in a folder goes with it. */
  private static Reply delete(Call call, Folder folder) {
    Organisation organisation = call.organisation();
    if (isInUse(organisation, folder.uid())) {
      return Reply.refused(
          403, "Folder could not be deleted because it contains library elements in use");
    }
    empty(organisation, folder.uid());
    return new Reply(200, new JsonValue.Text(""), Optional.of("folder " + folder.uid()));
  }

  private static boolean isInUse(Organisation organisation, String uid) {
    return organisation
        .elementsIn(uid)
        .anyMatch(element ->
            organisation.dashboards.values().stream()
                .anyMatch(it -> it.uses(element.uid()) && !it.folder().equals(uid)));
  }

  /** Deletes a folder and all that is in it. */
  static void empty(Organisation organisation, String uid) {
    organisation.foldersByTitle().stream()
        .filter(it -> it.parent().equals(uid))
        .forEach(it -> empty(organisation, it.uid()));
    organisation.dashboards.values().removeIf(it -> it.folder().equals(uid));
    organisation.elements.values().removeIf(it -> it.folder().equals(uid));
    organisation.folders.remove(uid);
  }
}
