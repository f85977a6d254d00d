package io.runboards.verify.live;

import io.runboards.check.ExaminedRule;
import io.runboards.check.Workspace;
import io.runboards.flow.SeriesLabels;
import io.runboards.rules.LabelValue;
import io.runboards.verify.live.LiveRun.Claim;
import io.runboards.verify.live.LiveRun.Firing;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.RuleState;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.LiveProof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares what fired with what was claimed.
 *
 * @param workspace the rules
 * @param begin when the incidents began
 * @param rules how all rules fare
 */
record Judge(Workspace workspace, Instant begin, List<RuleState> rules) {

  /** What Prometheus adds when it writes down that an alert fires; it replaces the name. */
  private static final List<String> ADDED = List.of("__name__", "alertname", "alertstate");

  /**
   * What became of a claim.
   *
   * @param slack how much later than in the history it may fire
   */
  LiveProof proof(Claim claim, Optional<Firing> firing, Duration slack) {
    return new LiveProof(
        claim.alert().name(),
        claim.fired().severity(),
        claim.incident(),
        claim.fired().after(),
        firing.map(this::after),
        firing.map(it -> withoutAdded(it.series().labels()).toString()).orElse(""),
        firing
            .map(it -> flaws(claim, it, slack))
            .orElseGet(
                () -> List.of(Flaw.error("not-confirmed", "it does not fire: " + why(claim)))));
  }

  private Duration after(Firing firing) {
    return Duration.between(begin, firing.since());
  }

  private List<Flaw> flaws(Claim claim, Firing firing, Duration slack) {
    List<Flaw> flaws = new ArrayList<>();
    Duration expected = claim.fired().after();
    if (after(firing).compareTo(expected.plus(slack)) > 0) {
      flaws.add(
          Flaw.error(
              "not-confirmed",
              "it fires after %s s, in the history after %s s"
                  .formatted(after(firing).toSeconds(), expected.toSeconds())));
    }
    LabelSet labels = withoutAdded(firing.series().labels());
    difference(claim, labels)
        .ifPresent(what -> flaws.add(Flaw.error("alert-labels", what + ": " + labels)));
    return flaws;
  }

  private static LabelSet withoutAdded(LabelSet labels) {
    SortedMap<String, String> rest = new TreeMap<>(labels.values());
    rest.keySet().removeAll(ADDED);
    return new LabelSet(rest);
  }

  /** Why an alert does not fire, as far as Prometheus says. */
  private String why(Claim claim) {
    Optional<RuleState> state =
        rules.stream().filter(rule -> rule.name().equals(claim.alert().name())).findFirst();
    if (state.isEmpty()) {
      return "Prometheus has no such rule";
    }
    if (!state.get().error().isEmpty()) {
      return state.get().error();
    }
    return state.get().alerts().stream()
        .findFirst()
        .map(active -> "it is " + active.state() + " for " + active.labels())
        .orElse("its query has no result");
  }

  /** What is wrong with the labels of an alert, by what follows from its query. */
  private Optional<String> difference(Claim claim, LabelSet labels) {
    Set<String> own = new HashSet<>();
    for (LabelValue label : claim.alert().labels()) {
      own.add(label.label());
      if (!labels.value(label.label()).equals(label.value())) {
        return Optional.of("its label '%s' is not '%s'".formatted(label.label(), label.value()));
      }
    }
    return predicted(claim).flatMap(expected -> difference(expected, own, labels));
  }

  private Optional<SeriesLabels> predicted(Claim claim) {
    return workspace.rules().stream()
        .filter(rule -> rule.rule().equals(claim.alert()))
        .map(ExaminedRule::query)
        .flatMap(Optional::stream)
        .map(query -> query.labels().at(query.tree()))
        .findFirst();
  }

  private static Optional<String> difference(
      SeriesLabels expected, Set<String> own, LabelSet labels) {
    for (String label : expected.certain()) {
      if (!ADDED.contains(label) && labels.value(label).isEmpty()) {
        return Optional.of("it lacks '" + label + "', which follows from its query");
      }
    }
    return labels.values().keySet().stream()
        .filter(label -> !own.contains(label) && !expected.mayHave(label))
        .map(label -> "it has '" + label + "', which does not follow from its query")
        .findFirst();
  }
}
