package io.runboards.cli;

import io.runboards.cli.Report.Place;
import io.runboards.json.JsonWriter;
import java.io.PrintWriter;

/** A report for programs. */
final class JsonReport {
  private JsonReport() {}

  static void print(Report report, PrintWriter out) {
    JsonWriter.pretty(
        out,
        json -> {
          json.field("command", report.command());
          json.field("site", report.site());
          json.field("server", report.server());
          json.objects("organisations", report.places(), JsonReport::place);
        });
  }

  private static void place(JsonWriter json, Place place) {
    json.field("name", place.organisation());
    json.field("version", place.version());
    json.field("api", place.api());
    for (Verb verb : Verb.values()) {
      json.field(verb.word(), (int) place.count(verb));
    }
    json.field("unchanged", (int) place.unchanged());
    json.objects("things", place.things(), JsonReport::thing);
  }

  private static void thing(JsonWriter json, Told thing) {
    json.field("action", thing.verb().word());
    json.field("kind", thing.key().kind().label());
    json.field("uid", thing.key().uid());
    json.field("title", thing.title());
    json.field("folder", thing.folder());
    json.field("state", thing.state().label());
    json.field("details", thing.details());
  }
}
