package io.runboards.verify;

import io.runboards.check.Workspace;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.Scenario;
import io.runboards.verify.alert.Episode;
import io.runboards.verify.alert.Recorder;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.sign.Relations;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Lets an incident happen, and looks which alerts fire and which panels show it.
 *
 * @param store the store that is filled and asked
 * @param workspace the dashboards and rules
 * @param relations which metrics they read
 * @param calm what is simulated besides the incident
 */
record IncidentRun(Store store, Workspace workspace, Relations relations, Scenario calm) {
  private static final Duration STEP = Duration.ofMinutes(1);

  /**
   * Fills the store with the incident and with what the rules record of it. Incidents must be
   * prepared one after the other, in the order of their times.
   *
   * @return what is wrong with the rules
   */
  List<Flaw> prepare(Happening happening) {
    Stretch around = Calendar.around(happening);
    Scenario scenario =
        calm.onClusters(happening.incident().clusters())
            .starting(around.from().getEpochSecond(), (int) STEP.toSeconds())
            .with(List.of(happening));
    store.load(scenario, around.until());
    List<Flaw> flaws = new ArrayList<>();
    for (Recorder.Outcome recorded : new RuleRun(store, workspace, around).record()) {
      recorded.flaws().stream()
          .filter(flaw -> !flaw.id().equals("empty"))
          .map(flaw -> Flaw.error(flaw.id(), recorded.rule().name() + ": " + flaw.message()))
          .forEach(flaws::add);
    }
    return flaws;
  }

  /**
   * What an incident sets off that was prepared.
   *
   * @param usual alerts that fire on a healthy day, too
   * @param known what is already known to be wrong
   */
  IncidentProof of(Happening happening, Set<String> usual, List<Flaw> known) {
    Incident incident = happening.incident();
    List<Flaw> flaws = new ArrayList<>(known);
    RuleRun rules = new RuleRun(store, workspace, Calendar.around(happening));
    Instant begin = Instant.ofEpochSecond(happening.from());
    List<Watch.Outcome> set =
        rules.watch().stream()
            .filter(outcome -> !usual.contains(outcome.alert().name()))
            .filter(outcome -> !since(outcome, begin).isEmpty())
            .toList();
    List<Fired> fired =
        set.stream()
            .map(outcome -> fired(outcome, begin))
            .sorted(Comparator.comparing(Fired::after).thenComparing(Fired::alert))
            .toList();
    if (fired.isEmpty()) {
      flaws.add(Flaw.warning("no-alert", "no alert fires because of it"));
    }
    return new IncidentProof(
        incident.name(),
        incident.title(),
        incident.story(),
        incident.lasts(),
        fired,
        new IncidentSigns(store, workspace, relations).of(happening, set),
        flaws);
  }

  /** The times in which an alert fired that began with the incident or later. */
  private static List<Episode> since(Watch.Outcome outcome, Instant begin) {
    return outcome.fired().stream()
        .filter(episode -> !episode.fires().orElseThrow().isBefore(begin))
        .toList();
  }

  private static Fired fired(Watch.Outcome outcome, Instant begin) {
    List<Episode> since = since(outcome, begin);
    Instant first =
        since.stream().map(it -> it.fires().orElseThrow()).min(Instant::compareTo).orElseThrow();
    return new Fired(
        outcome.alert().name(),
        outcome.alert().urgency().label(),
        Duration.between(begin, first),
        (int) since.stream().map(Episode::labels).distinct().count());
  }
}
