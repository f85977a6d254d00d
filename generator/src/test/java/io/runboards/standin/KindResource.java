package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The resource API of Grafana 12 and newer: {@code /apis}.
 *
 * <p>It follows the documentation only: no server that has it was there to be recorded.
 */
final class KindResource implements Resource {
  private final World world;
  private final Map<String, Map<String, Kind>> groups = new LinkedHashMap<>();

  KindResource(World world, DashboardResource dashboards) {
    this.world = world;
    Map<String, Kind> versions = new LinkedHashMap<>();
    for (String version : world.setup.dashboards()) {
      versions.put(
          version, new DashboardKind(world, dashboards, !version.equals(DashboardKind.AS_WRITTEN)));
    }
    groups.put("dashboard.grafana.app", versions);
    groups.put("folder.grafana.app", Map.of("v1beta1", new FolderKind(world)));
  }

  /** What is particular about things of one kind. */
  interface Kind {
    /** What the kind is called, and its list after that: {@code Dashboard}. */
    String label();

    /** The names of all objects of an organisation. */
    List<String> names(Organisation organisation);

    /** An object, if it is there. */
    Optional<Fields> one(Organisation organisation, String name);

    /** Creates or replaces an object. */
    void keep(Call call, String name, Fields sent);

    void delete(Organisation organisation, String name);

    /** The kind as it stands in paths, for more than one. */
    default String plural() {
      return label().toLowerCase(Locale.ROOT) + "s";
    }
  }

  /** The call is for {@code group[/version/namespaces/NAMESPACE/plural[/name]]}. */
  @Override
  public Reply answer(Call call) {
    List<String> path = call.path();
    Map<String, Kind> versions =
        path.isEmpty() ? Map.of() : groups.getOrDefault(path.getFirst(), Map.of());
    if (path.size() == 1 && !versions.isEmpty()) {
      return Reply.good(group(path.getFirst(), versions));
    }
    if (path.size() < 5 || path.size() > 6 || !path.get(2).equals("namespaces")) {
      return Reply.notFound();
    }
    Kind kind = versions.get(path.get(1));
    if (kind == null || !path.get(4).equals(kind.plural())) {
      return Reply.notFound();
    }
    KindObjects objects = new KindObjects(call, kind, path.get(0), path.get(1), world.setup);
    return objects.refusal(path.get(3)).orElseGet(() -> answer(call, objects));
  }

  private static Reply answer(Call call, KindObjects objects) {
    String name = call.path().getLast();
    return switch (call.shape()) {
      case "GET 5" -> objects.list();
      case "POST 5" -> objects.create();
      case "GET 6" -> objects.one(name).map(Reply::good).orElseGet(() -> objects.unknown(name));
      case "PUT 6" -> objects.replace(name);
      case "DELETE 6" -> objects.delete(name);
      default ->
          KindObjects.failure(405, "MethodNotAllowed", "the server does not allow this method");
    };
  }

  private static Fields group(String group, Map<String, Kind> versions) {
    List<JsonValue> known =
        versions.keySet().stream()
            .<JsonValue>map(version ->
                JsonValue.EMPTY
                    .with("groupVersion", group + "/" + version)
                    .with("version", version))
            .toList();
    return JsonValue.EMPTY
        .with("kind", "APIGroup")
        .with("apiVersion", "v1")
        .with("name", group)
        .with("versions", new Items(known))
        .with("preferredVersion", known.getFirst());
  }
}
