package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;

/**
 * A folder.
 *
 * @param notes what the resource API keeps about it
 */
record Folder(
    long id,
    String uid,
    String title,
    String parent,
    long version,
    Touch created,
    Touch updated,
    String description,
    Fields notes) {

  /** A new one that nobody noted anything about. */
  static Folder made(long id, String uid, String title, String parent, Touch now) {
    return new Folder(id, uid, title, parent, 1, now, now, "", JsonValue.EMPTY);
  }

  Folder renamed(String other, Touch now) {
    return new Folder(id, uid, other, parent, version + 1, created, now, description, notes);
  }

  Folder movedTo(String other, Touch now) {
    return new Folder(id, uid, title, other, version + 1, created, now, description, notes);
  }

  String url() {
    return "/dashboards/f/" + uid + "/" + Uids.slug(title);
  }

  /** All that is told about it. */
  Fields whole() {
    Fields whole =
        JsonValue.EMPTY
            .with("canAdmin", true)
            .with("canDelete", true)
            .with("canEdit", true)
            .with("canSave", true)
            .with("created", created.when().toString())
            .with("createdBy", created.who())
            .with("hasAcl", false)
            .with("id", id)
            .with("title", title)
            .with("uid", uid)
            .with("updated", updated.when().toString())
            .with("updatedBy", updated.who())
            .with("url", url())
            .with("version", version);
    return withParent(whole);
  }

  /** What a list tells about it. */
  Fields listed() {
    return withParent(JsonValue.EMPTY.with("id", id).with("title", title).with("uid", uid));
  }

  private Fields withParent(Fields fields) {
    return parent.isEmpty() ? fields : fields.with("parentUid", parent);
  }
}
