package io.runboards.site;

import io.runboards.catalog.Family;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.finding.Finding;
import io.runboards.finding.NearNames;
import io.runboards.finding.Place;
import io.runboards.finding.Severity;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads declared metrics from YAML.
 *
 * <pre>
 * metrics:
 *   - name: cluster:runai_gpu_total:sum
 *     kind: gauge
 *     unit: GPUs
 *     labels: [clusterId]
 * </pre>
 *
 * <p>The labels together identify a series. {@code kind} is gauge, counter, histogram, info or
 * code; {@code unit} is the name that the catalog prints for it.
 */
public final class MetricsFile {
  private static final List<String> KEYS = List.of("name", "kind", "unit", "labels", "help");

  private final String source;
  private final String text;
  private final List<Finding> findings = new ArrayList<>();

  private MetricsFile(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * What a file declares.
   *
   * @param family the metrics
   * @param findings what is wrong in the file; the metrics count only if there is nothing
   */
  public record Declared(Family family, List<Finding> findings) {}

  /** Reads the text of the file {@code source}. */
  public static Declared parse(String source, String text) {
    MetricsFile file = new MetricsFile(source, text);
    List<Metric> metrics = file.metrics();
    Family family = new Family("declared", "declared in " + source, List.of(), metrics);
    return new Declared(family, List.copyOf(file.findings));
  }

  private List<Metric> metrics() {
    Node root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      findings.add(finding(mark, mark, "this is no YAML: " + e.getProblem(), ""));
      return List.of();
    } catch (YAMLException e) {
      findings.add(
          atTheBeginning("this is no YAML: " + e.getMessage().lines().findFirst().orElse("")));
      return List.of();
    }
    if (!(root instanceof MappingNode mapping)
        || mapping.getValue().size() != 1
        || !text(mapping.getValue().getFirst().getKeyNode()).equals("metrics")
        || !(mapping.getValue().getFirst().getValueNode() instanceof SequenceNode list)) {
      findings.add(atTheBeginning("expected one key \"metrics\" with a list"));
      return List.of();
    }
    List<Metric> metrics = new ArrayList<>();
    list.getValue().forEach(node -> metric(node).ifPresent(metrics::add));
    return metrics;
  }

  private Optional<Metric> metric(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      report(node, "expected a metric with name, kind, unit and labels", "");
      return Optional.empty();
    }
    Map<String, Node> fields = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!KEYS.contains(key)) {
        report(tuple.getKeyNode(), "unknown key '" + key + "'", suggestion(key, KEYS));
      }
      fields.put(key, tuple.getValueNode());
    }
    Node name = fields.get("name");
    if (name == null || text(name).isEmpty()) {
      report(node, "a metric needs a name", "");
      return Optional.empty();
    }
    Metric metric =
        declared(text(name), kind(fields.get("kind")), unit(fields.get("unit")), labels(fields));
    return Optional.of(fields.containsKey("help") ? metric.help(text(fields.get("help"))) : metric);
  }

  private static Metric declared(String name, Kind kind, Unit unit, Label[] labels) {
    return switch (kind) {
      case GAUGE -> Metric.gauge(name, unit, labels);
      case COUNTER -> Metric.counter(name, unit, labels);
      case HISTOGRAM -> Metric.histogram(name, unit, labels);
      case INFO -> Metric.info(name, labels);
      case CODE -> Metric.code(name, labels);
    };
  }

  private Kind kind(Node node) {
    if (node == null) {
      return Kind.GAUGE;
    }
    List<String> names = Arrays.stream(Kind.values()).map(Kind::label).toList();
    int index = names.indexOf(text(node));
    if (index < 0) {
      report(node, "'" + text(node) + "' is no kind; there are " + String.join(", ", names), "");
      return Kind.GAUGE;
    }
    return Kind.values()[index];
  }

  private Unit unit(Node node) {
    if (node == null) {
      return Unit.UNKNOWN;
    }
    List<String> names = Arrays.stream(Unit.values()).map(Unit::label).toList();
    int index = names.indexOf(text(node));
    if (index < 0) {
      report(node, "'" + text(node) + "' is no unit", suggestion(text(node), names));
      return Unit.UNKNOWN;
    }
    return Unit.values()[index];
  }

  private Label[] labels(Map<String, Node> fields) {
    Node node = fields.get("labels");
    if (node == null) {
      return new Label[0];
    }
    if (!(node instanceof SequenceNode list)) {
      report(node, "expected a list of labels", "");
      return new Label[0];
    }
    return list.getValue().stream()
        .map(label -> Label.bounded(text(label), "declared"))
        .toArray(Label[]::new);
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static String suggestion(String wrong, List<String> names) {
    List<String> near = NearNames.of(wrong, names);
    return near.isEmpty()
        ? "There are " + String.join(", ", names)
        : "Did you mean " + String.join(" or ", near) + "?";
  }

  private Finding atTheBeginning(String message) {
    Place place = Place.in(source, text, 0, 0);
    return new Finding("metrics-file", Severity.ERROR, message, place, "");
  }

  private void report(Node node, String message, String advice) {
    findings.add(finding(node.getStartMark(), node.getEndMark(), message, advice));
  }

  /** Marks count code points. */
  private Finding finding(Mark start, Mark end, String message, String advice) {
    int from = text.offsetByCodePoints(0, start.getIndex());
    int to = text.offsetByCodePoints(0, end.getIndex());
    return new Finding(
        "metrics-file", Severity.ERROR, message, Place.in(source, text, from, to), advice);
  }
}
