package io.runboards.verify.report;

import io.runboards.dashboard.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where source files are. A line that wrote something knows the name of its file, and pipelines
 * want the path.
 */
public final class Sources {
  /** Nobody knows where the files are: their names must do. */
  public static final Sources UNKNOWN = of(List.of());

  private final Map<String, String> paths;

  private Sources(Map<String, String> paths) {
    this.paths = Map.copyOf(paths);
  }

  /**
   * Finds files among some paths.
   *
   * @param paths the paths of source files, with slashes, from the root of the repository
   */
  public static Sources of(List<String> paths) {
    Map<String, String> byName = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String path : paths) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (byName.put(name, path) != null) {
        ambiguous.add(name);
      }
    }
    ambiguous.forEach(byName::remove);
    return new Sources(byName);
  }

  /** The path of the file; its name if nobody knows the path, or there are several. */
  String path(Origin origin) {
    return paths.getOrDefault(origin.file(), origin.file());
  }
}
