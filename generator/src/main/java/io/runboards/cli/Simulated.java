package io.runboards.cli;

import io.runboards.json.JsonWriter;
import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.write.Backfill;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A history that was written.
 *
 * @param history what it tells
 * @param told how much that was
 * @param where where it is now
 * @param parts how many files or requests it is
 * @param time how long it took
 */
record Simulated(Backfill history, Backfill.Told told, String where, Parts parts, Duration time) {

  /**
   * Files, blocks or requests.
   *
   * @param many how many
   * @param what what they are
   */
  record Parts(long many, String what) {
    @Override
    public String toString() {
      return many + " " + what;
    }
  }

  void print(PrintWriter out) {
    Scenario scenario = history.scenario();
    Table table =
        new Table(
            "platform",
            "%s GPUs in %s nodes, Run:ai %s, seed %s"
                .formatted(
                    scenario.size().gpus(),
                    scenario.size().nodes(),
                    scenario.version(),
                    scenario.seed()));
    table.row(
        "history",
        "%s to %s, every %s s"
            .formatted(at(scenario.from()), at(history.until()), scenario.step()));
    table.row("incidents", incidents());
    table.row("series", Long.toString(told.series()));
    table.row("samples", Long.toString(told.samples()));
    table.row("written", parts + " to " + where);
    table.row("time", took());
    table.print(out);
  }

  private String incidents() {
    List<Happening> all = history.scenario().incidents();
    return all.isEmpty()
        ? "none"
        : all.stream()
            .map(it -> it.incident().name() + " at " + at(it.from()))
            .collect(Collectors.joining(", "));
  }

  private String took() {
    String seconds = String.format(Locale.ROOT, "%.2f s", seconds());
    return time.isZero() ? seconds : seconds + ", " + rate() + " samples a second";
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private double seconds() {
    return time.toMillis() / 1000.0;
  }

  private long rate() {
    return time.isZero() ? 0 : Math.round(told.samples() / (time.toNanos() / 1e9));
  }

  void writeTo(JsonWriter json) {
    Scenario scenario = history.scenario();
    json.field("gpus", scenario.size().gpus());
    json.field("nodes", scenario.size().nodes());
    json.field("version", scenario.version().toString());
    json.field("seed", Long.toString(scenario.seed()));
    json.field("from", at(scenario.from()).toString());
    json.field("until", at(history.until()).toString());
    json.field("step", scenario.step());
    json.objects(
        "incidents",
        scenario.incidents(),
        (one, happening) -> {
          one.field("name", happening.incident().name());
          one.field("from", at(happening.from()).toString());
          one.field("until", at(happening.until()).toString());
        });
    json.field("series", (double) told.series());
    json.field("samples", (double) told.samples());
    json.field(parts.what(), (double) parts.many());
    json.field("seconds", seconds());
    json.field("samplesPerSecond", (double) rate());
  }
}
