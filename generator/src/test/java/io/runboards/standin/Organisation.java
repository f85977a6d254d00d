package io.runboards.standin;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An organisation with all that is in it. */
final class Organisation {
  final long id;
  final String name;
  final Map<String, Folder> folders = new LinkedHashMap<>();
  final Map<String, Dashboard> dashboards = new LinkedHashMap<>();
  final Map<String, DataSource> dataSources = new LinkedHashMap<>();
  final Map<String, Element> elements = new LinkedHashMap<>();

  /** What only administrators see: {@code dashboard gpu}. */
  final Set<String> hidden = new HashSet<>();

  Organisation(long id, String name) {
    this.id = id;
    this.name = name;
  }

  List<Folder> foldersByTitle() {
    return folders.values().stream().sorted(Comparator.comparing(Folder::title)).toList();
  }

  Stream<Dashboard> dashboardsIn(String folder) {
    return dashboards.values().stream().filter(it -> it.folder().equals(folder));
  }

  Stream<Element> elementsIn(String folder) {
    return elements.values().stream().filter(it -> it.folder().equals(folder));
  }

  /** How many dashboards use a panel of the library. */
  long connections(String element) {
    return dashboards.values().stream().filter(it -> it.uses(element)).count();
  }

  /** The number of a folder; 0 is the root. */
  long number(String folder) {
    return folder.isEmpty() ? 0 : folders.get(folder).id();
  }

  /** The title of a folder, also of the root. */
  String title(String folder) {
    return folder.isEmpty() ? "General" : folders.get(folder).title();
  }
}
