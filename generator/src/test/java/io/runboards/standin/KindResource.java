package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource API of Grafana 12 and newer: {@code /apis}.
 *
 * <p>It follows the documentation only: no server that has it was there to be recorded.
 */
final class KindResource implements Resource {
  private final Map<String, Kind> kinds;

  KindResource(World world, DashboardResource dashboards) {
    this.kinds =
        Map.of(
            "dashboard.grafana.app/v1beta1 dashboards", new DashboardKind(world, dashboards),
            "folder.grafana.app/v1beta1 folders", new FolderKind(world));
  }

  /** What is particular about things of one kind. */
  interface Kind {
    /** What the kind is called, and its list after that: {@code Dashboard}. */
    String label();

    /** All objects of an organisation. */
    List<Fields> all(Organisation organisation);

    /** Creates or replaces an object. */
    void keep(Call call, String name, Fields sent);

    void delete(Organisation organisation, String name);
  }

  /** The call is for {@code group/version/namespaces/NAMESPACE/plural[/name]}. */
  @Override
  public Reply answer(Call call) {
    List<String> path = call.path();
    if (path.size() < 5 || path.size() > 6 || !path.get(2).equals("namespaces")) {
      return Reply.notFound();
    }
    String plural = path.get(4);
    Kind kind = kinds.get(path.get(0) + "/" + path.get(1) + " " + plural);
    if (kind == null) {
      return Reply.notFound();
    }
    if (!path.get(3).equals(namespace(call.organisation()))) {
      return failure(403, "Forbidden", plural + " is forbidden: invalid namespace");
    }
    Objects objects = new Objects(call, kind, path.get(0), path.get(0) + "/" + path.get(1), plural);
    String name = path.size() == 6 ? path.get(5) : "";
    return switch (call.shape()) {
      case "GET 5" -> objects.list();
      case "POST 5" -> objects.create();
      case "GET 6" -> objects.one(name).map(Reply::good).orElseGet(() -> objects.unknown(name));
      case "PUT 6" -> objects.replace(name);
      case "DELETE 6" -> objects.delete(name);
      default -> failure(405, "MethodNotAllowed", "the server does not allow this method");
    };
  }

  static String namespace(Organisation organisation) {
    return organisation.id == 1 ? "default" : "org-" + organisation.id;
  }

  private static Reply failure(int status, String reason, String message) {
    Fields body =
        JsonValue.EMPTY
            .with("kind", "Status")
            .with("apiVersion", "v1")
            .with("metadata", JsonValue.EMPTY)
            .with("status", "Failure")
            .with("message", message)
            .with("reason", reason)
            .with("code", status);
    return new Reply(status, body, Optional.empty());
  }

  /** The objects of one kind in an organisation, and what is done with them. */
  private record Objects(Call call, Kind kind, String group, String version, String plural) {

    private Fields typed(Fields object) {
      return JsonValue.EMPTY
          .with("kind", kind.label())
          .with("apiVersion", version)
          .with("metadata", object.at("metadata"))
          .with("spec", object.at("spec"));
    }

    Reply list() {
      List<Fields> all = kind.all(call.organisation());
      int size = (int) call.number("limit", 500);
      int from = call.one("continue").map(Integer::parseInt).orElse(0);
      int to = Math.min(all.size(), from + size);
      Fields metadata = JsonValue.EMPTY.with("resourceVersion", "1");
      List<JsonValue> items =
          all.subList(Math.min(from, to), to).stream().<JsonValue>map(this::typed).toList();
      return Reply.good(
          JsonValue.EMPTY
              .with("kind", kind.label() + "List")
              .with("apiVersion", version)
              .with(
                  "metadata",
                  to < all.size() ? metadata.with("continue", Integer.toString(to)) : metadata)
              .with("items", new Items(items)));
    }

    Optional<Fields> one(String name) {
      return kind.all(call.organisation()).stream()
          .filter(it -> it.at("metadata").textAt("name").equals(name))
          .findFirst()
          .map(this::typed);
    }

    Reply unknown(String name) {
      return failure(404, "NotFound", "%s.%s \"%s\" not found".formatted(plural, group, name));
    }

    Reply create() {
      String name = call.body().at("metadata").textAt("name");
      if (Uids.mistake(name).isPresent() || name.isEmpty()) {
        return failure(422, "Invalid", "%s.%s \"%s\" is invalid".formatted(plural, group, name));
      }
      if (one(name).isPresent()) {
        return failure(
            409, "AlreadyExists", "%s.%s \"%s\" already exists".formatted(plural, group, name));
      }
      return keep(name).withStatus(201);
    }

    Reply replace(String name) {
      Optional<Fields> before = one(name);
      if (before.isEmpty()) {
        return unknown(name);
      }
      String sent = call.body().at("metadata").textAt("resourceVersion");
      if (!sent.isEmpty() && !sent.equals(before.get().at("metadata").textAt("resourceVersion"))) {
        return failure(
            409,
            "Conflict",
            "Operation cannot be fulfilled on %s.%s \"%s\": the object has been modified"
                .formatted(plural, group, name));
      }
      return keep(name);
    }

    private Reply keep(String name) {
      String folder = folder(call.body());
      if (!folder.isEmpty() && !call.organisation().folders.containsKey(folder)) {
        return failure(400, "BadRequest", "folder not found");
      }
      kind.keep(call, name, call.body().object());
      return Reply.good(one(name).orElseThrow()).writing(written(name));
    }

    Reply delete(String name) {
      if (one(name).isEmpty()) {
        return unknown(name);
      }
      kind.delete(call.organisation(), name);
      return Reply.good(JsonValue.EMPTY.with("kind", "Status").with("status", "Success"))
          .writing(written(name));
    }

    private String written(String name) {
      return plural.substring(0, plural.length() - 1) + " " + name;
    }
  }

  /** The folder that an object says it stands in. */
  static String folder(JsonValue object) {
    return object.at("metadata").at("annotations").textAt("grafana.app/folder");
  }
}
