package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.standin.World.Sequence;
import java.util.List;

/** Folders as objects of the resource API; the classic API shows the same ones. */
record FolderKind(World world) implements KindResource.Kind {
  @Override
  public String label() {
    return "Folder";
  }

  @Override
  public List<Fields> all(Organisation organisation) {
    return organisation.folders.values().stream().map(it -> object(organisation, it)).toList();
  }

  private static Fields object(Organisation organisation, Folder folder) {
    Fields annotations =
        JsonValue.EMPTY.with("grafana.app/createdBy", "user:" + folder.created().who());
    Fields metadata =
        JsonValue.EMPTY
            .with("name", folder.uid())
            .with("namespace", KindResource.namespace(organisation))
            .with("resourceVersion", Long.toString(folder.version()))
            .with("generation", folder.version())
            .with("creationTimestamp", folder.created().when().toString())
            .with(
                "annotations",
                folder.parent().isEmpty()
                    ? annotations
                    : annotations.with("grafana.app/folder", folder.parent()));
    return JsonValue.EMPTY
        .with("metadata", metadata)
        .with("spec", JsonValue.EMPTY.with("title", folder.title()));
  }

  @Override
  public void keep(Call call, String name, Fields sent) {
    Folder before = call.organisation().folders.get(name);
    Touch now = world.touch(call.asker());
    call.organisation()
        .folders
        .put(
            name,
            new Folder(
                before == null ? world.next(Sequence.DASHBOARD) : before.id(),
                name,
                sent.at("spec").textAt("title"),
                KindResource.folder(sent),
                before == null ? 1 : before.version() + 1,
                before == null ? now : before.created(),
                now));
  }

  @Override
  public void delete(Organisation organisation, String name) {
    FolderResource.empty(organisation, name);
  }
}
