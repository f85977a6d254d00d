package io.runboards.verify;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.Scenario;
import io.runboards.verify.alert.Episode;
import io.runboards.verify.alert.Recorder;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.grafana.Asked;
import io.runboards.verify.grafana.Choices;
import io.runboards.verify.grafana.Shown;
import io.runboards.verify.grafana.TimeRange;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.sign.Change;
import io.runboards.verify.sign.Relations;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private static final int MOST_SIGNS = 5;

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
        signs(set, happening),
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

  /** A sign, and how clear it is. */
  private record Seen(Sign sign, Change change) {}

  private List<Sign> signs(List<Watch.Outcome> set, Happening happening) {
    Set<String> metrics = new HashSet<>();
    set.forEach(outcome -> metrics.addAll(relations.of(outcome.alert())));
    List<Seen> seen = new ArrayList<>();
    for (Examined examined : workspace.dashboards()) {
      if (related(examined, metrics)) {
        seen.addAll(seen(examined, metrics, set, happening));
      }
    }
    return seen.stream()
        .sorted(Comparator.comparing(Seen::change).reversed())
        .limit(MOST_SIGNS)
        .map(Seen::sign)
        .toList();
  }

  private boolean related(Examined examined, Set<String> metrics) {
    return examined.panels().anyMatch(panel -> related(examined, panel, metrics));
  }

  private boolean related(Examined examined, Panel panel, Set<String> metrics) {
    return panel.frame().data().targets().stream()
        .map(target -> examined.queries().get(target))
        .anyMatch(query -> query != null && relations.of(query.tree()).stream().anyMatch(metrics::contains));
  }

  private List<Seen> seen(
      Examined examined, Set<String> metrics, List<Watch.Outcome> set, Happening happening) {
    Dashboard dashboard = examined.dashboard();
    Stretch around = Calendar.around(happening);
    TimeRange range = new TimeRange(around.from(), Instant.ofEpochSecond(happening.until()));
    Choices choices =
        Choices.of(dashboard, asLinked(dashboard, set), new StoreValues(store), range, DashboardRun.READER);
    List<Seen> seen = new ArrayList<>();
    for (Shown shown : Shown.of(dashboard, choices, 1)) {
      if (related(examined, shown.panel(), metrics)) {
        strongest(shown, range, happening)
            .map(change -> new Seen(sign(dashboard, shown, range, change), change))
            .ifPresent(seen::add);
      }
    }
    return seen;
  }

  private static Sign sign(Dashboard dashboard, Shown shown, TimeRange range, Change change) {
    return new Sign(
        dashboard.uid(),
        dashboard.title(),
        shown.choices().inWords(shown.panel().title(), range),
        change.words());
  }

  /** What is chosen when somebody comes by a link from one of the alerts. */
  private static Wishes asLinked(Dashboard dashboard, List<Watch.Outcome> set) {
    Wishes wishes = Wishes.NONE;
    for (Variable variable : dashboard.variables()) {
      Optional<String> value =
          variable.held().flatMap(label ->
              set.stream()
                  .flatMap(outcome -> outcome.fired().stream().limit(1))
                  .map(Episode::labels)
                  .map(labels -> valueOf(labels, label.name()))
                  .filter(it -> !it.isEmpty())
                  .findFirst());
      if (value.isPresent()) {
        wishes = wishes.with(variable.name(), value.get());
      }
    }
    return wishes;
  }

  private static String valueOf(LabelSet labels, String name) {
    return labels.value(name);
  }

  private Optional<Change> strongest(Shown shown, TimeRange range, Happening happening) {
    return Asked.of(shown, range, DashboardRun.READER).stream()
        .map(asked -> store.range(asked.promql(), new Stretch(range.from(), range.to()), STEP))
        .filter(Result.Curves.class::isInstance)
        .flatMap(result -> ((Result.Curves) result).curves().stream())
        .flatMap(curve ->
            Change.of(
                    curve,
                    Instant.ofEpochSecond(happening.from()),
                    Instant.ofEpochSecond(happening.until()))
                .stream())
        .max(Comparator.naturalOrder());
  }
}
