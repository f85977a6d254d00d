package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The objects of one kind in an organisation, and what the resource API does with them.
 *
 * <p>KindObjects in the root are seen by administrators only, unless whoever creates them asks for
 * the usual access.
 */
record KindObjects(Call call, KindResource.Kind kind, String group, String version, Setup setup) {
  private static final String FOLDER = "grafana.app/folder";
  private static final String ACCESS = "grafana.app/grant-permissions";
  private static final String MANAGER = "grafana.app/managedBy";
  private static final String MANAGER_ID = "grafana.app/managerId";
  private static final String METADATA = "metadata";

  /** Files are managers, too. */
  static Fields ofFiles(Fields notes) {
    return notes.with(MANAGER, "classic-file-provisioning").with(MANAGER_ID, "files");
  }

  /** The annotations of an object. */
  static Fields notes(JsonValue object) {
    return object.at(METADATA).at("annotations").object();
  }

  /** The annotations that are kept with an object; its folder is kept elsewhere. */
  static Fields kept(JsonValue object) {
    return notes(object).without(FOLDER, ACCESS, "grafana.app/message");
  }

  /** The annotations of an object in a folder. */
  static Fields placed(Fields kept, String folder) {
    return folder.isEmpty() ? kept : kept.with(FOLDER, folder);
  }

  /** The folder that an object says it stands in. */
  static String folder(JsonValue object) {
    return notes(object).textAt(FOLDER);
  }

  static Reply failure(int status, String reason, String message) {
    Fields body =
        JsonValue.EMPTY
            .with("kind", "Status")
            .with("apiVersion", "v1")
            .with(METADATA, JsonValue.EMPTY)
            .with("status", "Failure")
            .with("message", message)
            .with("reason", reason)
            .with("code", status);
    return new Reply(status, body, Optional.empty());
  }

  /** The refusal, if whoever asks may not do so in a namespace. */
  Optional<Reply> refusal(String namespace) {
    if (!namespace.equals(setup.namespace(call.organisation().id))) {
      return Optional.of(
          failure(403, "Forbidden", kind.plural() + " is forbidden: invalid namespace"));
    }
    if (call.method().equals("GET") || call.asker().role().covers(Role.EDITOR)) {
      return Optional.empty();
    }
    String verb =
        switch (call.method()) {
          case "POST" -> "create";
          case "PUT" -> "update";
          default -> "delete";
        };
    return Optional.of(
        failure(
            403,
            "Forbidden",
            ("%s.%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\""
                    + " in the namespace \"%s\"")
                .formatted(
                    kind.plural(),
                    group,
                    call.asker().login(),
                    verb,
                    kind.plural(),
                    group,
                    namespace)));
  }

  private Fields typed(Fields object) {
    return JsonValue.EMPTY
        .with("kind", kind.label())
        .with("apiVersion", group + "/" + version)
        .with(
            METADATA,
            object.at(METADATA).object().with("namespace", setup.namespace(call.organisation().id)))
        .with("spec", object.at("spec"));
  }

  /** A page begins after the name that the one before ended with. */
  Reply list() {
    String after =
        call.one("continue")
            .map(it -> new String(Base64.getDecoder().decode(it), StandardCharsets.UTF_8))
            .orElse("");
    List<String> rest =
        kind.names(call.organisation()).stream()
            .sorted()
            .filter(name -> name.compareTo(after) > 0 && isVisible(name))
            .toList();
    List<String> page = rest.stream().limit(call.number("limit", 500)).toList();
    Fields metadata = JsonValue.EMPTY.with("resourceVersion", "1");
    if (page.size() < rest.size()) {
      byte[] last = page.getLast().getBytes(StandardCharsets.UTF_8);
      metadata = metadata.with("continue", Base64.getEncoder().encodeToString(last));
    }
    List<JsonValue> items = page.stream().<JsonValue>map(name -> one(name).orElseThrow()).toList();
    return Reply.good(
        JsonValue.EMPTY
            .with("kind", kind.label() + "List")
            .with("apiVersion", group + "/" + version)
            .with(METADATA, metadata)
            .with("items", new Items(items)));
  }

  Optional<Fields> one(String name) {
    return kind.one(call.organisation(), name).filter(it -> isVisible(name)).map(this::typed);
  }

  private boolean isVisible(String name) {
    return call.asker().role() == Role.ADMIN || !call.organisation().hidden.contains(written(name));
  }

  Reply unknown(String name) {
    return failure(404, "NotFound", "%s.%s \"%s\" not found".formatted(kind.plural(), group, name));
  }

  Reply create() {
    String name = call.body().at(METADATA).textAt("name");
    Fields notes = notes(call.body());
    if (Uids.mistake(name).isPresent() || name.isEmpty()) {
      return failure(
          422, "Invalid", "%s.%s \"%s\" is invalid".formatted(kind.plural(), group, name));
    }
    if (kind.one(call.organisation(), name).isPresent()) {
      return failure(
          409,
          "AlreadyExists",
          "%s.%s \"%s\" already exists".formatted(kind.plural(), group, name));
    }
    boolean asks = !notes.textAt(ACCESS).isEmpty();
    if (asks && !folder(call.body()).isEmpty()) {
      return failure(
          500, "InternalError", "granting create permissions only works for root folder objects");
    }
    if (asks && !notes.textAt(MANAGER).isEmpty()) {
      return failure(500, "InternalError", "managed resource may not grant permissions");
    }
    Reply reply = keep(name, "").withStatus(201);
    if (!asks && folder(call.body()).isEmpty() && reply.isGood()) {
      call.organisation().hidden.add(written(name));
    }
    return reply;
  }

  Reply replace(String name) {
    Optional<Fields> before = one(name);
    if (before.isEmpty()) {
      return unknown(name);
    }
    String was = notes(before.get()).textAt(MANAGER_ID);
    String becomes = notes(call.body()).textAt(MANAGER_ID);
    if (!was.isEmpty() && !becomes.isEmpty() && !was.equals(becomes)) {
      return failure(
          403,
          "Forbidden",
          "Cannot change resource manager identity; remove the existing manager first, then add"
              + " the new one");
    }
    return conflict(name, before.get(), call.body().at(METADATA))
        .orElseGet(() -> keep(name, folder(before.get())));
  }

  /** The refusal, if an object is of a file, or is not the one that somebody means. */
  private Optional<Reply> conflict(String name, Fields before, JsonValue meant) {
    if (notes(before).textAt(MANAGER).startsWith("classic-")) {
      return Optional.of(
          failure(400, "BadRequest", "provisioned dashboard cannot be saved or deleted"));
    }
    String version = meant.textAt("resourceVersion");
    return version.isEmpty() || version.equals(before.at(METADATA).textAt("resourceVersion"))
        ? Optional.empty()
        : Optional.of(
            failure(
                409,
                "Conflict",
                "Operation cannot be fulfilled on %s.%s \"%s\": the object has been modified"
                    .formatted(kind.plural(), group, name)));
  }

  private Reply keep(String name, String before) {
    String folder = folder(call.body());
    if (!folder.equals(before) && !folder.isEmpty() && !isFolder(folder)) {
      return failure(
          404, "NotFound", "folders.folder.grafana.app \"%s\" not found".formatted(folder));
    }
    kind.keep(call, name, call.body().object());
    return Reply.good(typed(kind.one(call.organisation(), name).orElseThrow()))
        .writing(written(name));
  }

  private boolean isFolder(String uid) {
    return call.organisation().folders.containsKey(uid);
  }

  Reply delete(String name) {
    Optional<Fields> before = one(name);
    if (before.isEmpty()) {
      return unknown(name);
    }
    return conflict(name, before.get(), call.body().at("preconditions"))
        .orElseGet(() -> {
          kind.delete(call.organisation(), name);
          call.organisation().hidden.remove(written(name));
          return Reply.good(JsonValue.EMPTY.with("kind", "Status").with("status", "Success"))
              .writing(written(name));
        });
  }

  private String written(String name) {
    return kind.label().toLowerCase(Locale.ROOT) + " " + name;
  }
}
