package io.runboards.cli;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Sums up the catalog, and groups the commands that look into it. */
@Command(
    name = "catalog",
    description = "The known metrics: how many there are, by source.",
    synopsisSubcommandLabel = "[COMMAND ...]",
    subcommands = {CatalogList.class, CatalogShow.class, CatalogChanges.class})
final class CatalogCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Also an option of the commands below: it may stand before or behind their names. */
  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "How to print. Default: text.")
  Format format;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Family> families = Catalog.standard().families();
    if (format == Format.JSON) {
      JsonWriter.pretty(
          out,
          json ->
              json.objects(
                  "families",
                  families,
                  (item, family) -> {
                    item.field("id", family.id());
                    item.field("title", family.title());
                    item.field("metrics", family.metrics().size());
                    item.field("optional", (int) optional(family));
                  }));
      return;
    }
    Table table = new Table("FAMILY", "METRICS", "OPTIONAL", "SOURCE");
    for (Family family : families) {
      table.row(
          family.id(),
          Integer.toString(family.metrics().size()),
          Long.toString(optional(family)),
          family.title());
    }
    table.print(out);
    int metrics = families.stream().mapToInt(family -> family.metrics().size()).sum();
    out.println(metrics + " metrics from " + families.size() + " sources");
  }

  private static long optional(Family family) {
    return family.metrics().stream().filter(Metric::optional).count();
  }
}
