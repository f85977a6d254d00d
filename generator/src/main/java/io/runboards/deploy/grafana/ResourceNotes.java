package io.runboards.deploy.grafana;

import io.runboards.deploy.Live.Touch;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Wanted;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.Optional;

/** What stands in the annotations of a resource: its folder, its manager and its last change. */
final class ResourceNotes {
  private static final String GRAFANA = "grafana.app/";
  private static final String ANNOTATIONS = "annotations";
  private static final String FOLDER = GRAFANA + "folder";
  private static final String MESSAGE = GRAFANA + "message";
  private static final String ACCESS = GRAFANA + "grant-permissions";
  private static final String MANAGER = GRAFANA + "managedBy";
  private static final String MANAGER_ID = GRAFANA + "managerId";
  private static final String MANAGER_ALLOWS = GRAFANA + "managerAllowsEdits";

  /** Another word for no folder. */
  private static final String ROOT = "general";

  /** The only kind of manager that Grafana has for programs like us. */
  private static final String KIND = "kubectl";

  /** Grafana never lets a thing change the name of its manager: it holds no version. */
  private static final String ID = "runboards";

  private ResourceNotes() {}

  /** The uid of the folder that a thing stands in; empty for none. */
  static String folder(JsonValue metadata) {
    String folder = metadata.at(ANNOTATIONS).textAt(FOLDER);
    return folder.equals(ROOT) ? "" : folder;
  }

  /** Whoever else says that a thing is theirs. */
  static Optional<Owner> manager(JsonValue metadata) {
    String kind = metadata.at(ANNOTATIONS).textAt(MANAGER);
    String id = metadata.at(ANNOTATIONS).textAt(MANAGER_ID);
    if (kind.isEmpty() || kind.equals(KIND) && id.equals(ID)) {
      return Optional.empty();
    }
    return switch (kind) {
      case "classic-file-provisioning" -> Optional.of(new Owner.Files());
      case "repo" -> Optional.of(new Owner.Other("the repository '" + id + "'"));
      default -> Optional.of(new Owner.Other(id.isEmpty() ? kind : kind + " '" + id + "'"));
    };
  }

  /** The last change. Who did it is a name only if the server has names for it. */
  static Optional<Touch> touch(JsonValue metadata) {
    JsonValue notes = metadata.at(ANNOTATIONS);
    String updated = notes.textAt(GRAFANA + "updatedTimestamp");
    String who = notes.textAt(GRAFANA + (updated.isEmpty() ? "createdBy" : "updatedBy"));
    String when = updated.isEmpty() ? metadata.textAt("creationTimestamp") : updated;
    return who.isEmpty() || when.isEmpty()
        ? Optional.empty()
        : Optional.of(new Touch(who.replaceFirst("^[a-z-]+:", ""), when));
  }

  /**
   * The same with what a thing shall have; what others noted stays.
   *
   * <p>What stands in the root is seen by administrators only, unless one asks for the usual access
   * when it gets there, and that is not given to what has a manager.
   */
  static Fields with(Fields metadata, Wanted wanted, String message) {
    Fields others =
        metadata
            .at(ANNOTATIONS)
            .object()
            .without(FOLDER, ACCESS, MANAGER, MANAGER_ID, MANAGER_ALLOWS)
            .with(MESSAGE, message);
    return metadata.with(
        ANNOTATIONS,
        wanted.folder().isEmpty()
            ? others.with(ACCESS, "default")
            : others
                .with(FOLDER, wanted.folder())
                .with(MANAGER, KIND)
                .with(MANAGER_ID, ID)
                .with(MANAGER_ALLOWS, "true"));
  }
}
