package io.runboards.emit.prometheus;

import io.runboards.emit.OutFile;
import io.runboards.json.JsonWriter;
import io.runboards.site.Setup.Endpoint;
import io.runboards.site.Setup.Node;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that tells Prometheus what to scrape; Prometheus reads it again when it changes.
 *
 * @param name its name, without an ending
 * @param groups its targets
 */
record TargetFile(String name, List<Group> groups) {
  private static final String FOLDER = "targets/";

  TargetFile {
    groups = List.copyOf(groups);
  }

  /**
   * Targets with labels in common.
   *
   * @param targets addresses
   * @param labels what their series carry
   */
  record Group(List<String> targets, Map<String, String> labels) {
    Group {
      targets = List.copyOf(targets);
    }
  }

  /** Targets that are known by their addresses. */
  static TargetFile of(String name, List<String> targets) {
    return new TargetFile(name, List.of(new Group(targets, Map.of())));
  }

  static TargetFile endpoints(String name, List<Endpoint> endpoints) {
    return of(name, endpoints.stream().map(Endpoint::toString).toList());
  }

  /** An exporter on each node, known by the node's name: addresses change. */
  static TargetFile nodes(String name, List<Node> nodes, int port, String... nameLabels) {
    return new TargetFile(
        name, nodes.stream().map(node -> group(node, port, List.of(nameLabels))).toList());
  }

  private static Group group(Node node, int port, List<String> nameLabels) {
    Map<String, String> labels = new TreeMap<>();
    nameLabels.forEach(label -> labels.put(label, node.name()));
    return new Group(List.of(new Endpoint(node.host(), port).toString()), labels);
  }

  boolean isEmpty() {
    return groups.stream().allMatch(group -> group.targets().isEmpty());
  }

  /** Where it stands, seen from the configuration. */
  String path() {
    return FOLDER + name + ".json";
  }

  OutFile file(String folder) {
    StringWriter text = new StringWriter();
    JsonWriter.prettyList(text, groups, TargetFile::write);
    return new OutFile(folder + path(), text.toString());
  }

  private static void write(JsonWriter json, Group group) {
    json.field("targets", group.targets());
    if (!group.labels().isEmpty()) {
      json.object("labels", labels -> group.labels().forEach(labels::field));
    }
  }
}
