package io.runboards.cli;

import io.runboards.cli.Report.Place;
import io.runboards.cli.Told.State;
import io.runboards.deploy.Apply;
import io.runboards.deploy.Crew;
import io.runboards.deploy.Key;
import io.runboards.deploy.Outcome;
import io.runboards.deploy.Outcome.End;
import io.runboards.deploy.Plan;
import io.runboards.deploy.Snapshot;
import io.runboards.deploy.Step;
import io.runboards.deploy.Trouble;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans are shown, agreed to, and carried out; before the first write it is kept what was.
 *
 * @param command what is done: {@code apply}, {@code rollback} or {@code destroy}
 * @param site the site
 * @param server the address of the server
 * @param format how to print
 * @param agreed whether somebody agreed already
 * @param history where it is kept what was
 * @param around who can be asked, and the time
 * @param out for the report
 * @param err for questions and progress
 */
record Execution(
    String command,
    String site,
    String server,
    DeployFormat format,
    boolean agreed,
    HistoryFolder history,
    Surroundings around,
    PrintWriter out,
    PrintWriter err) {

  /** What the plans would do. */
  static Report planned(String command, String site, String server, Map<Station, Plan> plans) {
    List<Place> places = new ArrayList<>();
    plans.forEach((station, plan) ->
        places.add(
            place(
                station,
                plan,
                plan.steps().stream()
                    .filter(step -> !(step instanceof Step.Keep))
                    .map(Told::planned)
                    .toList())));
    return new Report(command, site, server, places);
  }

  static Place place(Station station, Plan plan, List<Told> things) {
    return new Place(
        station.organisation().name(),
        station.version(),
        station.api(),
        things,
        plan.count(Step.Keep.class),
        FolderTitles.of(plan));
  }

  /** Carries out the plans; the result is the exit code. */
  int run(Map<Station, Plan> plans) {
    Report planned = planned(command, site, server, plans);
    if (planned.has(State.FAILED)) {
      print(planned);
      throw new CommandFailed("nothing was changed, because of what is refused");
    }
    if (planned.isNothing()) {
      print(planned);
      return ExitCode.OK;
    }
    if (!agreed) {
      ask(planned);
    }
    try (Interruption interruption = Interruption.awaited()) {
      Report report = carryOut(plans, interruption);
      print(report);
      out.flush();
      err.flush();
      return report.has(State.FAILED) || report.has(State.NOT_DONE) ? ExitCode.FAILED : ExitCode.OK;
    }
  }

  private void ask(Report planned) {
    PrintWriter target = format == DeployFormat.TEXT ? out : err;
    TextReport.plan(planned, target);
    target.println();
    target.flush();
    if (!around.terminal().isThere()) {
      throw new CommandFailed("nobody is there to ask; --yes agrees");
    }
    String question = capitalized(command) + "? [y/N] ";
    String answer = around.terminal().ask(question).orElse("");
    if (!answer.strip().matches("(?i)y(es)?")) {
      throw new CommandFailed("nothing was changed");
    }
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private Report carryOut(Map<Station, Plan> plans, Interruption interruption) {
    Map<Station, Snapshot> snapshots = new LinkedHashMap<>();
    String id = history.freeId(around.clock().instant());
    plans.forEach((station, plan) -> {
      if (!plan.isNothing()) {
        String organisation = station.organisation().name();
        snapshots.put(station, Snapshot.before(plan, id, command, organisation));
      }
    });
    snapshots.values().forEach(history::write);
    List<Place> places = new ArrayList<>();
    plans.forEach((station, plan) -> {
      List<Outcome> outcomes = outcomes(station, plan, interruption);
      places.add(place(station, plan, outcomes.stream().map(Told::ended).toList()));
      if (outcomes.stream().anyMatch(it -> it.end() != End.DONE)) {
        history.write(snapshots.get(station).only(done(outcomes)));
      }
    });
    return new Report(command, site, server, places);
  }

  private static Set<Key> done(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(it -> it.end() == End.DONE)
        .map(it -> it.step().key())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Outcome> outcomes(Station station, Plan plan, Interruption interruption) {
    String name = station.organisation().name();
    if (plan.isNothing()) {
      return List.of();
    }
    Progress progress = new Progress(name, plan.writes().count(), around.terminal().isThere(), err);
    try {
      return new Apply(
              station.target(), Crew.WRITERS, Station.INSISTENCE, interruption::hasCome, progress)
          .run(plan);
    } catch (Trouble e) {
      String why = e.getMessage();
      return plan.writes().map(step -> new Outcome(step, End.NOT_TRIED, why)).toList();
    }
  }

  private void print(Report report) {
    boolean ended =
        !report.has(State.PENDING) && report.things().noneMatch(it -> it.verb() == Verb.REFUSE);
    report.print(format, ended ? TextReport::ended : TextReport::plan, out);
  }
}
