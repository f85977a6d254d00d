package io.runboards.dashboards.faults;

import io.runboards.dashboards.faults.Found.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a sample of faults.
 *
 * @param outcomes one for each
 */
public record Report(List<Outcome> outcomes) {
  public Report {
    outcomes = List.copyOf(outcomes);
  }

  /** How many there are that change something. */
  public long faults() {
    return outcomes.stream().filter(outcome -> !outcome.changesNothing()).count();
  }

  /** How many were found. */
  public long found() {
    return outcomes.stream().filter(outcome -> outcome.found().isPresent()).count();
  }

  /** How many were found without looking at what the run showed before. */
  public long foundWithoutSnapshot() {
    return found() - by(outcomes.stream(), Means.SNAPSHOT);
  }

  /** Messages that do not say what is wrong. */
  public List<String> vague() {
    return outcomes.stream()
        .filter(outcome -> outcome.found().filter(it -> !it.namesTheCause()).isPresent())
        .map(outcome ->
            "%s in %s: %s"
                .formatted(
                    outcome.fault().slip(),
                    outcome.fault().where(),
                    outcome.found().orElseThrow().message()))
        .toList();
  }

  /** How many of each kind were found by what, and what is left. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Mistakes in dashboards and rules that nothing finds; 'make golden' rewrites this.");
    lines.add("");
    lines.add("%s of %s are found".formatted(found(), faults()));
    for (Means means : Means.values()) {
      lines.add("%4s by %s".formatted(by(outcomes.stream(), means), means));
    }
    lines.add(
        "%s more change nothing: all results are the same on the healthy day and in all incidents"
            .formatted(outcomes.size() - faults()));
    lines.add("");
    for (Slip slip : Slip.values()) {
      lines.add(line(slip));
    }
    return Stream.concat(
            lines.stream(), outcomes.stream().filter(Outcome::survives).map(Report::pair))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(Slip slip) {
    List<Outcome> some = outcomes.stream().filter(it -> it.fault().slip() == slip).toList();
    long faults = some.stream().filter(it -> !it.changesNothing()).count();
    long found = some.stream().filter(it -> it.found().isPresent()).count();
    return "%4s of %s with %s".formatted(found, faults, slip);
  }

  private static String pair(Outcome outcome) {
    Fault fault = outcome.fault();
    return "\n# %s in %s\n- %s\n+ %s"
        .formatted(fault.slip(), fault.where(), fault.lines().before(), fault.lines().after());
  }

  private static long by(Stream<Outcome> outcomes, Means means) {
    return outcomes.filter(it -> it.found().filter(how -> how.by() == means).isPresent()).count();
  }
}
