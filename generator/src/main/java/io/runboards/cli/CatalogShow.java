package io.runboards.cli;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Metric;
import io.runboards.finding.DidYouMean;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows all that is known about one metric. */
@Command(name = "show", description = "Show all that is known about a metric.")
final class CatalogShow implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private CatalogCommand catalog;

  @Parameters(paramLabel = "NAME", description = "The metric's name.")
  private String name;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Metric metric = Catalog.standard().find(name).orElseThrow(this::unknown);
    if (catalog.format == Format.JSON) {
      JsonWriter.pretty(out, json -> MetricText.write(json, metric));
    } else {
      MetricText.print(metric, out);
    }
  }

  private CommandFailed unknown() {
    return new CommandFailed(
        "there is no metric '"
            + name
            + "' in the catalog"
            + DidYouMean.oneOf(Catalog.standard().suggest(name)));
  }
}
