package io.runboards.cli;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Metric;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that is known about one metric. */
@Command(
    name = "show",
    description = "Show all that is known about a metric.",
    mixinStandardHelpOptions = true)
final class CatalogShow implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The metric's name.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Metric metric = Catalog.standard().find(name).orElseThrow(this::unknown);
    if (format == Format.JSON) {
      JsonWriter.pretty(out, json -> MetricText.write(json, metric));
    } else {
      MetricText.print(metric, out);
    }
  }

  private CommandFailed unknown() {
    List<String> near = Catalog.standard().suggest(name);
    String message = "there is no metric '" + name + "' in the catalog";
    return new CommandFailed(
        near.isEmpty() ? message : message + "; did you mean " + String.join(" or ", near) + "?");
  }
}
