package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;

/** A panel of the library. */
record Element(
    long id,
    String uid,
    String name,
    String folder,
    long kind,
    Fields model,
    long version,
    Touch created,
    Touch updated) {

  /** Its model, to which the server adds what is missing. */
  private Fields completed() {
    return model.with("description", model.textAt("description"));
  }

  Fields whole(Organisation organisation) {
    Fields meta =
        JsonValue.EMPTY
            .with("connectedDashboards", organisation.connections(uid))
            .with("created", created.when().toString())
            .with("createdBy", created.person())
            .with("folderName", organisation.title(folder))
            .with("folderUid", folder)
            .with("updated", updated.when().toString())
            .with("updatedBy", updated.person());
    return JsonValue.EMPTY
        .with("description", model.textAt("description"))
        .with("folderId", organisation.number(folder))
        .with("folderUid", folder)
        .with("id", id)
        .with("kind", kind)
        .with("meta", meta)
        .with("model", completed())
        .with("name", name)
        .with("orgId", organisation.id)
        .with("type", model.textAt("type"))
        .with("uid", uid)
        .with("version", version);
  }

  /** Panels as a dashboard is told with them: those of the library have all that is in it. */
  static JsonValue filledIn(Organisation organisation, JsonValue panels) {
    return new Items(
        panels
            .items()
            .<JsonValue>map(panel ->
                filledIn(organisation, panel.object())
                    .changing("panels", inner -> filledIn(organisation, inner)))
            .toList());
  }

  private static Fields filledIn(Organisation organisation, Fields panel) {
    Element element = organisation.elements.get(panel.at("libraryPanel").textAt("uid"));
    return element == null
        ? panel
        : element
            .completed()
            .with("id", panel.at("id"))
            .with("gridPos", panel.at("gridPos"))
            .with(
                "libraryPanel",
                JsonValue.EMPTY
                    .with("uid", element.uid)
                    .with("name", element.name)
                    .with("type", element.model.textAt("type"))
                    .with("version", element.version));
  }
}
