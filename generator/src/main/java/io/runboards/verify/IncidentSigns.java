package io.runboards.verify;

import io.runboards.check.Examined;
import io.runboards.check.Query;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Variable;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.verify.alert.Episode;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.grafana.Asked;
import io.runboards.verify.grafana.Choices;
import io.runboards.verify.grafana.Shown;
import io.runboards.verify.grafana.TimeRange;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.sign.Change;
import io.runboards.verify.sign.Relations;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import io.runboards.verify.unit.UnitText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks on which panels an incident can be seen, among those that read what its alerts read.
 *
 * @param store the store that is asked
 * @param workspace the dashboards
 * @param relations which metrics they read
 */
record IncidentSigns(Store store, Workspace workspace, Relations relations) {
  private static final int MOST = 5;

  /** So many points are enough to tell what is usual, before the incident and in it. */
  private static final int POINTS = 30;

  /** A sign, and how clear it is. */
  private record Seen(Sign sign, Change change) {}

  /** The clearest signs, the clearest one first. */
  List<Sign> of(Happening happening, List<Watch.Outcome> fired) {
    Set<String> metrics = new HashSet<>();
    fired.forEach(outcome -> metrics.addAll(relations.of(outcome.alert())));
    return workspace.dashboards().stream()
        .filter(
            dashboard -> dashboard.panels().anyMatch(panel -> isRelated(dashboard, panel, metrics)))
        .flatMap(dashboard -> seen(dashboard, metrics, fired, happening))
        .sorted(Comparator.comparing(Seen::change).reversed())
        .limit(MOST)
        .map(Seen::sign)
        .toList();
  }

  private boolean isRelated(Examined examined, Panel panel, Set<String> metrics) {
    return panel.frame().data().targets().stream()
        .flatMap(target -> Stream.ofNullable(examined.queries().get(target)))
        .anyMatch(query -> !Collections.disjoint(relations.of(query.tree()), metrics));
  }

  private Stream<Seen> seen(
      Examined examined, Set<String> metrics, List<Watch.Outcome> fired, Happening happening) {
    Dashboard dashboard = examined.dashboard();
    TimeRange range =
        new TimeRange(Calendar.around(happening).from(), Instant.ofEpochSecond(happening.until()));
    Wishes wishes = asLinked(dashboard, fired, Instant.ofEpochSecond(happening.from()));
    Choices choices =
        Choices.of(dashboard, wishes, new StoreValues(store), range, DashboardRun.READER);
    return Shown.of(dashboard, choices, 1).stream()
        .filter(shown -> isRelated(examined, shown.panel(), metrics))
        .flatMap(shown -> strongest(examined, shown, range, happening).stream());
  }

  /** What is chosen when somebody comes by a link from the alert that says most about it. */
  private static Wishes asLinked(Dashboard dashboard, List<Watch.Outcome> fired, Instant begin) {
    Wishes most = Wishes.NONE;
    int chosen = 0;
    for (Watch.Outcome outcome : fired) {
      LabelSet labels =
          outcome.fired().stream()
              .filter(episode -> !episode.fires().orElseThrow().isBefore(begin))
              .findFirst()
              .map(Episode::labels)
              .orElseThrow();
      Wishes wishes = Wishes.NONE;
      int count = 0;
      for (Variable variable : dashboard.variables()) {
        String value = variable.held().map(label -> labels.value(label.name())).orElse("");
        if (!value.isEmpty()) {
          wishes = wishes.with(variable.name(), value);
          count++;
        }
      }
      if (count > chosen) {
        most = wishes;
        chosen = count;
      }
    }
    return most;
  }

  private Optional<Seen> strongest(
      Examined examined, Shown shown, TimeRange range, Happening happening) {
    Dashboard dashboard = examined.dashboard();
    List<Seen> seen = new ArrayList<>();
    for (Asked asked : Asked.of(shown, range, DashboardRun.READER)) {
      Optional<Query> query = Optional.ofNullable(examined.queries().get(asked.target()));
      UnitText unit = UnitText.of(ShownUnit.of(shown.panel(), query));
      change(asked, range, happening)
          .map(change ->
              new Seen(
                  new Sign(
                      dashboard.uid(),
                      dashboard.title(),
                      shown.choices().inWords(shown.panel().title(), range),
                      change.words(unit)),
                  change))
          .ifPresent(seen::add);
    }
    return seen.stream().max(Comparator.comparing(Seen::change));
  }

  private Optional<Change> change(Asked asked, TimeRange range, Happening happening) {
    Instant from = Instant.ofEpochSecond(happening.from());
    Instant until = Instant.ofEpochSecond(happening.until());
    Stretch over = new Stretch(range.from(), range.to());
    return switch (store.range(asked.promql(), over, step(happening.incident()))) {
      case Result.Refused refused -> Optional.empty();
      case Result.Curves answer ->
          answer.curves().stream()
              .flatMap(curve -> Change.of(curve, from, until).stream())
              .max(Comparator.naturalOrder());
    };
  }

  private static Duration step(Incident incident) {
    Duration shorter = Collections.min(List.of(incident.before(), incident.lasts()));
    return Duration.ofMinutes(Math.max(1, shorter.toMinutes() / POINTS));
  }
}
