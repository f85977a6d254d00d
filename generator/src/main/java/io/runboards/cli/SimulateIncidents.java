package io.runboards.cli;

import io.runboards.json.JsonWriter;
import io.runboards.rules.Length;
import io.runboards.simulate.Incident;
import io.runboards.simulate.incident.Incidents;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can go wrong in a simulation. */
@Command(name = "incidents", description = "List what can go wrong in a simulation.")
final class SimulateIncidents implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  @Override
  public void run() {
    print(Incidents.ALL, format, spec.commandLine().getOut());
  }

  static void print(List<Incident> incidents, Format format, PrintWriter out) {
    if (format == Format.JSON) {
      JsonWriter.pretty(
          out, json -> json.objects("incidents", incidents, SimulateIncidents::write));
      return;
    }
    Table table = new Table("INCIDENT", "LASTS", "WHAT HAPPENS");
    incidents.forEach(it -> table.row(it.name(), new Length(it.lasts()).toString(), it.title()));
    table.print(out);
  }

  private static void write(JsonWriter json, Incident incident) {
    json.field("name", incident.name());
    json.field("title", incident.title());
    json.field("story", incident.story());
    json.field("seconds", (int) incident.lasts().toSeconds());
  }
}
