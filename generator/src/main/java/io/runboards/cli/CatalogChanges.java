package io.runboards.cli;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Label;
import io.runboards.catalog.MetricChange;
import io.runboards.catalog.MetricChange.AlsoInApi;
import io.runboards.catalog.MetricChange.Change;
import io.runboards.catalog.MetricChange.LabelsChanged;
import io.runboards.catalog.MetricChange.Removed;
import io.runboards.catalog.MetricChange.Renamed;
import io.runboards.catalog.MetricChange.UnitChanged;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what a newer cluster version does to the metrics of an older one. */
@Command(
    name = "changes",
    description = "Tell what a newer Run:ai cluster version does to the metrics of an older one.",
    footer = {"", "Example:", "  runboards catalog changes 2.16 2.17"})
final class CatalogChanges implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private CatalogCommand catalog;

  @Parameters(index = "0", paramLabel = "FROM", description = "The older version, such as 2.16.")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "The newer version, such as 2.17.")
  private String to;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    ClusterVersion older = version(from);
    ClusterVersion newer = version(to);
    if (newer.isBefore(older)) {
      throw wrong("changes go forward: give the older version first");
    }
    List<MetricChange> changes = Catalog.standard().changes(older, newer);
    if (catalog.format == Format.JSON) {
      JsonWriter.pretty(out, json -> json.objects("changes", changes, CatalogChanges::write));
      return;
    }
    for (MetricChange change : changes) {
      out.println(change.name());
      change.changes().forEach(what -> out.println("  " + what));
    }
    out.println(changes.size() + " metrics change from " + older + " to " + newer);
  }

  private ClusterVersion version(String text) {
    return ClusterVersion.parse(text)
        .orElseThrow(() -> wrong("'" + text + "' is no version; write one such as 2.17"));
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** The fields of a JSON object that holds the change. */
  static void write(JsonWriter json, MetricChange metric) {
    json.field("name", metric.name());
    json.field("change", metric.changes().stream().map(Change::toString).toList());
    for (Change change : metric.changes()) {
      switch (change) {
        case Renamed renamed -> json.field("renamedTo", renamed.newName());
        case Removed removed -> {
          json.field("removed", true);
          removed.instead().ifPresent(other -> json.field("instead", other));
        }
        case UnitChanged unit -> {
          json.object(
              "unit",
              fields -> {
                fields.field("before", unit.before().label());
                fields.field("after", unit.after().label());
                unit.factor().ifPresent(factor -> fields.field("factor", factor));
              });
        }
        case LabelsChanged labels ->
            json.object(
                "labels",
                fields -> {
                  fields.field("before", labels.before().stream().map(Label::name).toList());
                  fields.field("after", labels.after().stream().map(Label::name).toList());
                });
        case AlsoInApi also ->
            json.object(
                "api",
                fields -> {
                  fields.field("endpoint", also.api().endpoint());
                  fields.field("metricType", also.api().metricType());
                });
      }
    }
  }
}
