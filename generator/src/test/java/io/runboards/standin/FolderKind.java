package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.standin.World.Sequence;
import java.util.List;
import java.util.Optional;

/** Folders as objects of the resource API; the classic API shows the same ones. */
record FolderKind(World world) implements KindResource.Kind {
  @Override
  public String label() {
    return "Folder";
  }

  @Override
  public List<String> names(Organisation organisation) {
    return List.copyOf(organisation.folders.keySet());
  }

  @Override
  public Optional<Fields> one(Organisation organisation, String name) {
    return Optional.ofNullable(organisation.folders.get(name)).map(FolderKind::object);
  }

  private static Fields object(Folder folder) {
    Fields metadata =
        JsonValue.EMPTY
            .with("name", folder.uid())
            .with("resourceVersion", Long.toString(folder.version()))
            .with("generation", folder.version())
            .with("creationTimestamp", folder.created().when().toString())
            .with(
                "annotations",
                KindObjects.placed(folder.notes(), folder.parent())
                    .with("grafana.app/createdBy", "user:" + folder.created().who())
                    .with("grafana.app/updatedBy", "user:" + folder.updated().who())
                    .with("grafana.app/updatedTimestamp", folder.updated().when().toString()));
    Fields spec = JsonValue.EMPTY.with("title", folder.title());
    return JsonValue.EMPTY
        .with("metadata", metadata)
        .with(
            "spec",
            folder.description().isEmpty() ? spec : spec.with("description", folder.description()));
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
                KindObjects.folder(sent),
                before == null ? 1 : before.version() + 1,
                before == null ? now : before.created(),
                now,
                sent.at("spec").textAt("description"),
                KindObjects.kept(sent)));
  }

  @Override
  public void delete(Organisation organisation, String name) {
    FolderResource.empty(organisation, name);
  }
}
