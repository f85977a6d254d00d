package io.runboards.site;

import io.runboards.catalog.Family;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  private final Complaints complaints = new Complaints("metrics-file");

  private MetricsFile() {}

  /**
   * What a file declares.
   *
   * @param family the metrics
   * @param findings what is wrong in the file; the metrics count only if there is nothing
   */
  public record Declared(Family family, List<Finding> findings) {}

  /** Reads the text of the file {@code source}. */
  public static Declared parse(String source, String text) {
    MetricsFile file = new MetricsFile();
    List<Metric> metrics = file.metrics(source, text);
    Family family = new Family("declared", "declared in " + source, List.of(), metrics);
    return new Declared(family, file.complaints.inOrder());
  }

  private List<Metric> metrics(String source, String text) {
    Optional<YamlNode> root = YamlText.read(source, text, complaints);
    List<Metric> metrics = new ArrayList<>();
    if (root.isPresent()
        && root.get() instanceof Mapping mapping
        && mapping.entries().size() == 1
        && mapping.find("metrics").orElse(null) instanceof Sequence list) {
      list.items().forEach(node -> metric(node).ifPresent(metrics::add));
    } else if (complaints.isEmpty()) {
      complaints.about(Place.in(source, text, 0, 0), "expected one key \"metrics\" with a list");
    }
    return metrics;
  }

  private Optional<Metric> metric(YamlNode node) {
    if (!(node instanceof Mapping fields)) {
      complaints.about(node.place(), "expected a metric with name, kind, unit and labels");
      return Optional.empty();
    }
    complaints.aboutUnknownKeys(fields, KEYS);
    String name = fields.find("name").map(YamlNode::text).orElse("");
    if (name.isEmpty()) {
      complaints.about(node.place(), "a metric needs a name");
      return Optional.empty();
    }
    Metric metric =
        declared(
            name,
            fields.find("kind").map(this::kind).orElse(Kind.GAUGE),
            fields.find("unit").map(this::unit).orElse(Unit.UNKNOWN),
            fields.find("labels").map(this::labels).orElse(new Label[0]));
    return Optional.of(fields.find("help").map(YamlNode::text).map(metric::help).orElse(metric));
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

  private Kind kind(YamlNode node) {
    List<String> names = Arrays.stream(Kind.values()).map(Kind::label).toList();
    String word = YamlNode.text(node);
    int index = names.indexOf(word);
    if (index < 0) {
      complaints.about(
          node.place(), "'" + word + "' is no kind; there are " + String.join(", ", names));
      return Kind.GAUGE;
    }
    return Kind.values()[index];
  }

  private Unit unit(YamlNode node) {
    List<String> names = Arrays.stream(Unit.values()).map(Unit::label).toList();
    String word = YamlNode.text(node);
    int index = names.indexOf(word);
    if (index < 0) {
      complaints.about(
          node.place(), "'" + word + "' is no unit", Complaints.suggestion(word, names));
      return Unit.UNKNOWN;
    }
    return Unit.values()[index];
  }

  private Label[] labels(YamlNode node) {
    if (!(node instanceof Sequence list)) {
      complaints.about(node.place(), "expected a list of labels");
      return new Label[0];
    }
    return list.items().stream()
        .map(label -> Label.bounded(YamlNode.text(label), "declared"))
        .toArray(Label[]::new);
  }
}
