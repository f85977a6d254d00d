package io.runboards.deploy.grafana;

import io.runboards.deploy.Insistence;
import io.runboards.deploy.Trouble;
import io.runboards.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the resource API, which came with Grafana 12, keeps the things of an organisation.
 *
 * <p>It has several versions of dashboards. Those called v1 bring whatever they are given to the
 * newest schema, so that what one reads is never what one wrote. The one called v0alpha1 keeps a
 * dashboard as it is; the server's own classic API is made of it.
 *
 * @param folders the address of the folders
 * @param dashboards the address of the dashboards
 */
public record ResourceApi(String folders, String dashboards) {
  private static final String FOLDERS = "folder.grafana.app";
  private static final String DASHBOARDS = "dashboard.grafana.app";

  /** The versions of folders that we know, the newest first. */
  private static final List<String> OF_FOLDERS = List.of("v1", "v1beta1");

  private static final String AS_WRITTEN = "v0alpha1";

  /** Before these came, the API was an experiment. */
  private static final Set<String> RIPE = Set.of("v1", "v1beta1");

  private static final Pattern HOSTED = Pattern.compile("stacks-\\d+");

  /** Asks whether a server has it, and keeps dashboards and folders in it as they are written. */
  static Optional<ResourceApi> of(Api api, long organisation, Insistence insistence)
      throws Trouble {
    List<String> dashboards = insistence.read(() -> versions(api, DASHBOARDS));
    if (!dashboards.contains(AS_WRITTEN) || dashboards.stream().noneMatch(RIPE::contains)) {
      return Optional.empty();
    }
    List<String> folders = insistence.read(() -> versions(api, FOLDERS));
    Optional<String> newest = OF_FOLDERS.stream().filter(folders::contains).findFirst();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    String namespace = insistence.read(() -> namespace(api, organisation));
    return Optional.of(
        new ResourceApi(
            address(FOLDERS, newest.get(), namespace, "folders"),
            address(DASHBOARDS, AS_WRITTEN, namespace, "dashboards")));
  }

  /** The versions of a group of resources; none if the server, or what is before it, has none. */
  private static List<String> versions(Api api, String group) throws Trouble {
    try {
      JsonValue known = api.good(api.get("/apis/" + group), group);
      return known.itemsAt("versions").map(it -> it.textAt("version")).toList();
    } catch (Trouble trouble) {
      if (trouble.kind() == Trouble.Kind.PASSING) {
        throw trouble;
      }
      return List.of();
    }
  }

  /** Servers that are somebody's stack in a cloud say so; others count their organisations. */
  private static String namespace(Api api, long organisation) throws Trouble {
    String told = api.get("/api/frontend/settings").body().textAt("namespace");
    if (HOSTED.matcher(told).matches()) {
      return told;
    }
    return organisation == 1 ? "default" : "org-" + organisation;
  }

  private static String address(String group, String version, String namespace, String kind) {
    return "/apis/%s/%s/namespaces/%s/%s".formatted(group, version, namespace, kind);
  }
}
