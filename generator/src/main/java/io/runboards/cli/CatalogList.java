package io.runboards.cli;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists metrics, a line each. */
@Command(
    name = "list",
    description = "List the metrics with unit and labels.",
    mixinStandardHelpOptions = true)
final class CatalogList implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      description = "Only the metrics of this source; 'runboards catalog' names them.")
  private String family;

  @Option(names = "--label", paramLabel = "LABEL", description = "Only metrics with this label.")
  private String label;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Metric> metrics =
        families().stream()
            .flatMap(f -> f.metrics().stream())
            .filter(metric -> label == null || metric.has(label))
            .toList();
    if (format == Format.JSON) {
      JsonWriter.pretty(out, json -> json.objects("metrics", metrics, MetricText::write));
      return;
    }
    Table table = new Table("METRIC", "KIND", "UNIT", "LABELS");
    for (Metric metric : metrics) {
      table.row(
          metric.name(),
          metric.kind().label(),
          metric.unit().label(),
          metric.labels().stream().map(Label::name).collect(joining(" ")));
    }
    table.print(out);
  }

  private List<Family> families() {
    List<Family> all = Catalog.standard().families();
    if (family == null) {
      return all;
    }
    return List.of(
        all.stream()
            .filter(f -> f.id().equals(family))
            .findFirst()
            .orElseThrow(() ->
                new CommandFailed(
                    "there is no family '%s'; there are %s"
                        .formatted(family, all.stream().map(Family::id).collect(joining(", "))))));
  }
}
