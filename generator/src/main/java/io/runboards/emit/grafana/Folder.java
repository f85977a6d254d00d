package io.runboards.emit.grafana;

import io.runboards.check.Workspace;
import io.runboards.dashboard.WrongDashboard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A folder of Grafana.
 *
 * @param title its title; empty for the one that everything stands in
 */
record Folder(String title) {
  private static final int LONGEST_UID = 40;

  /** The folders of a workspace, in the order of their dashboards. */
  static List<Folder> of(Workspace workspace) {
    Map<String, Folder> bySlug = new LinkedHashMap<>();
    workspace
        .dashboards()
        .forEach(it -> {
          Folder folder = new Folder(it.dashboard().folder());
          Folder other = bySlug.putIfAbsent(folder.slug(), folder);
          if (other != null && !other.equals(folder)) {
            throw new WrongDashboard(
                "the folders '%s' and '%s' get the same name in addresses: '%s'"
                    .formatted(other.title, folder.title, folder.slug()));
          }
        });
    return List.copyOf(bySlug.values());
  }

  boolean isRoot() {
    return title.isEmpty();
  }

  /** Its title as it stands in addresses and paths. */
  String slug() {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String slug = words.replaceAll("^-|-$", "");
    return slug.isEmpty() ? "general" : slug;
  }

  String uid() {
    String uid = "runboards-" + slug();
    return uid.substring(0, Math.min(uid.length(), LONGEST_UID)).replaceAll("-$", "");
  }
}
