package io.runboards.dashboards.faults;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboards.faults.Found.Means;
import io.runboards.finding.Severity;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.simulate.Incident.Happening;
import io.runboards.verify.Calendar;
import io.runboards.verify.DashboardRun;
import io.runboards.verify.alert.Episode;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens a wrong dashboard, and runs a wrong rule, where the right one was run. */
final class ByRun {
  private final Written written;
  private final Histories histories;
  private final Map<Dashboard, DashboardProof> right = new ConcurrentHashMap<>();

  ByRun(Written written, Histories histories) {
    this.written = written;
    this.histories = histories;
  }

  /** What a dashboard shows without a mistake, and with it. */
  record Both(DashboardProof right, DashboardProof wrong) {}

  /** What is wrong with one thing on a dashboard. */
  private record Wrong(String where, String id, String message) {
    boolean isSame(Wrong other) {
      return where.equals(other.where) && id.equals(other.id);
    }
  }

  Optional<Found> found(Fault fault) {
    return switch (fault) {
      case Fault.OfPanel panel -> found(both(panel), panel);
      case Fault.OfVariable variable -> found(both(variable), variable);
      case Fault.OfRule rule ->
          isRun(rule.before()) && rule.after().isPresent()
              ? found(rule, rule.after().get())
              : Optional.empty();
    };
  }

  Both both(Fault.OfPanel fault) {
    Dashboard after = Written.with(fault.dashboard(), fault.before(), fault.after());
    return new Both(
        right.computeIfAbsent(
            Written.only(fault.dashboard(), fault.before()), it -> opened(it, written)),
        opened(Written.only(after, fault.after()), fault.in(written)));
  }

  Both both(Fault.OfVariable fault) {
    return new Both(
        right.computeIfAbsent(fault.before(), it -> opened(it, written)),
        opened(fault.after(), fault.in(written)));
  }

  private DashboardProof opened(Dashboard dashboard, Written all) {
    Workspace workspace = all.workspace();
    Examined examined = Examined.of(dashboard, workspace.world(), workspace.version());
    return new DashboardRun(histories.store(), workspace, histories.day().until(), true)
        .of(examined, Wishes.NONE);
  }

  private static Optional<Found> found(Both both, Fault fault) {
    Set<Wrong> before = wrong(both.right()).collect(Collectors.toSet());
    Optional<Found> flaw =
        wrong(both.wrong())
            .filter(wrong -> before.stream().noneMatch(wrong::isSame))
            .findFirst()
            .map(wrong -> Found.of(Means.RUN, wrong.where() + ": " + wrong.message(), fault));
    return flaw.or(() -> changed(both, fault));
  }

  private static Optional<Found> changed(Both both, Fault fault) {
    return Snapshot.of(both.wrong()).differences(Snapshot.of(both.right())).stream()
        .min(Comparator.comparing(difference -> !fault.isNamedIn(difference)))
        .map(difference -> Found.of(Means.SNAPSHOT, difference, fault));
  }

  private static Stream<Wrong> wrong(DashboardProof proof) {
    Stream<Wrong> ofVariables =
        proof.flaws().stream().map(flaw -> new Wrong(proof.uid(), flaw.id(), flaw.message()));
    Stream<Wrong> ofQueries =
        proof.panels().stream()
            .flatMap(panel ->
                panel.queries().stream()
                    .flatMap(query ->
                        query.flaws().stream()
                            .filter(flaw -> flaw.severity() != Severity.INFO)
                            .map(flaw ->
                                new Wrong(
                                    "%s \"%s\" %s"
                                        .formatted(proof.uid(), panel.title(), query.ref()),
                                    flaw.id(),
                                    flaw.message()))));
    return Stream.concat(ofVariables, ofQueries);
  }

  /** Rules about several tenants are not run on a store of one. */
  private boolean isRun(Rule rule) {
    return written.book().files().stream()
        .filter(file -> file.audience() != Audience.FEDERATION)
        .flatMap(RuleFile::rules)
        .anyMatch(it -> it == rule);
  }

  private Optional<Found> found(Fault.OfRule fault, Rule wrong) {
    RuleGroup group = group(fault.before());
    return switch (wrong) {
      case Alert alert ->
          flaw(alert, group)
              .map(said -> Found.of(Means.RUN, said, fault))
              .or(() -> changed((Alert) fault.before(), alert, group, fault));
      case Recording recording ->
          flaw(recording, group).map(said -> Found.of(Means.RUN, said, fault));
    };
  }

  /** Whether an alert fires sooner or later than it did, for more or less, or as less urgent. */
  private Optional<Found> changed(Alert before, Alert after, RuleGroup group, Fault fault) {
    return histories.firing(before.name()).stream()
        .flatMap(happening -> {
          String because = " because of " + happening.incident().name();
          Snapshot right = snapshot(before.name() + because, fired(before, group, happening));
          Snapshot wrong = snapshot(before.name() + because, fired(after, group, happening));
          return wrong.differences(right).stream();
        })
        .findFirst()
        .map(difference -> Found.of(Means.SNAPSHOT, difference, fault));
  }

  private static Snapshot snapshot(String name, Optional<Fired> fired) {
    SequencedMap<String, String> lines = new LinkedHashMap<>();
    fired.ifPresent(it -> lines.put(name, Snapshot.words(it)));
    return new Snapshot(lines);
  }

  private RuleGroup group(Rule rule) {
    return written.book().files().stream()
        .flatMap(file -> file.groups().stream())
        .filter(group -> group.rules().stream().anyMatch(it -> it == rule))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> flaw(Recording recording, RuleGroup group) {
    Result result =
        histories
            .store()
            .range(recording.series().toString(), histories.day(), group.every().duration());
    return switch (result) {
      case Result.Refused refused -> Optional.of(recording.name() + ": " + refused.error());
      case Result.Curves answer ->
          answer.curves().isEmpty()
              ? Optional.of(recording.name() + ": it records nothing")
              : Optional.empty();
    };
  }

  private Optional<String> flaw(Alert alert, RuleGroup group) {
    Watch.Outcome healthy = new Watch(histories.store(), histories.day()).run(alert, group);
    if (!healthy.flaws().isEmpty()) {
      return Optional.of(alert.name() + ": " + healthy.flaws().getFirst().message());
    }
    if (!healthy.fired().isEmpty()) {
      return Optional.of(
          alert.name() + ": it fires on a healthy day, for " + healthy.fired().getFirst().labels());
    }
    return histories.firing(alert.name()).stream()
        .filter(happening -> fired(alert, group, happening).isEmpty())
        .findFirst()
        .map(happening ->
            "%s: it does not fire any more because of %s"
                .formatted(alert.name(), happening.incident().name()));
  }

  private Optional<Fired> fired(Alert alert, RuleGroup group, Happening happening) {
    Instant begin = Instant.ofEpochSecond(happening.from());
    List<Episode> since =
        new Watch(histories.store(), Calendar.around(happening))
            .run(alert, group).fired().stream()
                .filter(episode -> !episode.fires().orElseThrow().isBefore(begin))
                .toList();
    return since.stream()
        .map(episode -> episode.fires().orElseThrow())
        .min(Instant::compareTo)
        .map(first ->
            new Fired(
                alert.name(),
                alert.urgency().label(),
                Duration.between(begin, first),
                (int) since.stream().map(Episode::labels).distinct().count()));
  }
}
