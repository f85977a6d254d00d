package io.runboards.cli;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.finding.DidYouMean;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists metrics, a line each. */
@Command(name = "list", description = "List the metrics with unit and labels.")
final class CatalogList implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private CatalogCommand catalog;

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      description = "Only the metrics of this source; 'runboards catalog' names them.")
  private String family;

  @Option(names = "--label", paramLabel = "LABEL", description = "Only metrics with this label.")
  private String label;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    checkLabel();
    List<Metric> metrics =
        families().stream()
            .flatMap(f -> f.metrics().stream())
            .filter(metric -> label == null || metric.has(label))
            .toList();
    if (catalog.format == Format.JSON) {
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

  private void checkLabel() {
    List<String> known = Labels.all().stream().map(Label::name).distinct().toList();
    if (label != null && !known.contains(label)) {
      throw new CommandFailed(
          "there is no label '" + label + "' in the catalog" + DidYouMean.oneOf(known, label));
    }
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
