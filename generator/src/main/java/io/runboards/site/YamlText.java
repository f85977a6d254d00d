package io.runboards.site;

import io.runboards.finding.Place;
import io.runboards.site.YamlNode.Entry;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Scalar;
import io.runboards.site.YamlNode.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML text into a tree that knows its places. */
final class YamlText {
  private final String source;
  private final int[] lineStarts;
  private final Complaints complaints;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlText(String source, String text, Complaints complaints) {
    this.source = source;
    this.lineStarts = lineStarts(text);
    this.complaints = complaints;
  }

  /** The tree of the text of the file {@code source}; empty if there is none, or it is no YAML. */
  static Optional<YamlNode> read(String source, String text, Complaints complaints) {
    YamlText reader = new YamlText(source, text, complaints);
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return Optional.ofNullable(root).map(reader::tree);
    } catch (MarkedYAMLException e) {
      int at = e.getProblemMark().getIndex();
      complaints.about(reader.place(at, at), "this is no YAML: " + nameless(e.getProblem()));
    } catch (YAMLException e) {
      complaints.about(
          reader.place(0, 0), "this is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return Optional.empty();
  }

  /** What is wrong, without the word that is: it may be a secret that wants quotes. */
  private static String nameless(String problem) {
    return problem.replaceFirst("(alias|anchor|handle) .*", "$1");
  }

  private YamlNode tree(Node node) {
    Place place = place(node);
    if (node instanceof CollectionNode<?> && !seen.add(node)) {
      complaints.about(
          place, "a list or mapping cannot be used again by an alias", "Write it out twice");
      return new Scalar("", place);
    }
    return switch (node) {
      case ScalarNode scalar -> new Scalar(text(scalar), place);
      case SequenceNode list ->
          new Sequence(list.getValue().stream().map(this::tree).toList(), place);
      case MappingNode mapping -> new Mapping(entries(mapping), place);
      default -> throw new IllegalStateException("composed nodes are of three kinds: " + node);
    };
  }

  /** Nothing and {@code ~} are both nothing. */
  private static String text(ScalarNode scalar) {
    return scalar.isPlain() && scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
  }

  private List<Entry> entries(MappingNode mapping) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Place> first = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode());
      YamlNode value = tree(tuple.getValueNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        complaints.about(place, "expected a word as the key");
        continue;
      }
      Place before = first.putIfAbsent(scalar.getValue(), place);
      if (before == null) {
        entries.add(new Entry(new Scalar(scalar.getValue(), place), value));
      } else {
        complaints.about(
            place,
            "'" + scalar.getValue() + "' is there twice: first on line " + before.line(),
            "Keep one of them");
      }
    }
    return entries;
  }

  private Place place(Node node) {
    return place(node.getStartMark().getIndex(), node.getEndMark().getIndex());
  }

  /** A place by code points, as SnakeYAML counts them. */
  private Place place(int start, int end) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts[middle] <= start) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new Place(source, low + 1, start - lineStarts[low] + 1, start, end);
  }

  /** The first code point of each line. */
  private static int[] lineStarts(String text) {
    int[] codePoints = text.codePoints().toArray();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < codePoints.length; i++) {
      if (codePoints[i] == '\n') {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
