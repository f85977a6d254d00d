package io.runboards.dashboards.faults;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.check.Edit;
import io.runboards.check.Site;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.query.Computed;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Length;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mistakes in what a rule says besides its query. */
final class RuleSlips {
  private RuleSlips() {}

  /**
   * A changed rule.
   *
   * @param rule the rule; empty if there is none any more
   * @param lines the changed line
   */
  record Changed(Optional<Rule> rule, Fault.Lines lines) {
    static Changed of(Rule rule, String before, String after) {
      return new Changed(Optional.of(rule), new Fault.Lines(before, after));
    }
  }

  static Stream<Changed> thresholdsOff(Rule rule) {
    return rule instanceof Alert alert
        ? Site.in(alert.series().expr())
            .flatMap(site -> site.as(Binary.class))
            .filter(site -> site.node().op().isComparison())
            .filter(
                site -> site.node().right() instanceof NumberLiteral bound && bound.value() != 0)
            .flatMap(site ->
                Stream.of(10.0, 0.1)
                    .map(factor ->
                        new Binary(
                            site.node().op(),
                            site.node().left(),
                            Edit.number(((NumberLiteral) site.node().right()).value() * factor),
                            site.node().bool(),
                            site.node().matching(),
                            site.node().span()))
                    .map(site::with))
            .map(expr ->
                Changed.of(
                    with(alert, new Computed(expr)), alert.series().toString(), expr.toString()))
        : Stream.empty();
  }

  static Stream<Changed> holdsDropped(Rule rule) {
    return rule instanceof Alert alert && !alert.hold().before().isNone()
        ? Stream.of(
            Changed.of(
                with(alert, alert.urgency(), new Alert.Hold(Length.NONE, alert.hold().after())),
                "for: " + alert.hold().before(),
                "no for"))
        : Stream.empty();
  }

  static Stream<Changed> severitiesLowered(Rule rule) {
    return rule instanceof Alert alert && alert.urgency() != Urgency.INFO
        ? Stream.of(Urgency.values()[alert.urgency().ordinal() + 1])
            .map(lower ->
                Changed.of(
                    with(alert, lower, alert.hold()), alert.urgency().label(), lower.label()))
        : Stream.empty();
  }

  static Stream<Changed> removed(Rule rule) {
    return Stream.of(new Changed(Optional.empty(), new Fault.Lines(rule.name(), "")));
  }

  static Stream<Changed> misspelt(Rule rule) {
    return rule instanceof Recording recording
        ? Stream.of(named(recording, Misspelling.of(recording.name())))
        : Stream.empty();
  }

  /** {@code cluster:x:sum} instead of {@code project:x:sum}. */
  static Stream<Changed> ofOtherLevels(Rule rule) {
    if (!(rule instanceof Recording recording) || !recording.name().contains(":")) {
      return Stream.empty();
    }
    String rest = recording.name().substring(recording.name().indexOf(':'));
    String level = recording.name().startsWith("cluster:") ? "node" : "cluster";
    return Stream.of(named(recording, level + rest));
  }

  private static Changed named(Recording recording, String name) {
    Metric metric = recording.metric();
    return Changed.of(
        with(recording, metric(metric, name, metric.labels()), recording.series()),
        recording.name(),
        name);
  }

  /** What the recorded metric promises is not what the query has. */
  static Stream<Changed> labelsDropped(Rule rule) {
    if (!(rule instanceof Recording recording)) {
      return Stream.empty();
    }
    Metric metric = recording.metric();
    return IntStream.range(0, metric.labels().size())
        .mapToObj(i -> Edit.without(metric.labels(), i))
        .map(labels ->
            Changed.of(
                with(recording, metric(metric, metric.name(), labels), recording.series()),
                metric.labels().toString(),
                labels.toString()));
  }

  private static Metric metric(Metric metric, String name, List<Label> labels) {
    return new Metric(
        name,
        metric.kind(),
        metric.unit(),
        metric.range(),
        labels,
        List.of(labels),
        List.of(),
        metric.about(),
        metric.history(),
        metric.api());
  }

  /** The same rule with another query. */
  static Rule with(Rule rule, Series series) {
    return switch (rule) {
      case Alert alert ->
          new Alert(
              alert.name(),
              alert.urgency(),
              series,
              alert.hold(),
              alert.text(),
              alert.lookAt(),
              alert.runbook(),
              alert.team(),
              alert.since(),
              alert.blinds(),
              alert.origin());
      case Recording recording -> with(recording, recording.metric(), series);
    };
  }

  private static Recording with(Recording recording, Metric metric, Series series) {
    return new Recording(metric, series, recording.labels(), recording.since(), recording.origin());
  }

  private static Alert with(Alert alert, Urgency urgency, Alert.Hold hold) {
    return new Alert(
        alert.name(),
        urgency,
        alert.series(),
        hold,
        alert.text(),
        alert.lookAt(),
        alert.runbook(),
        alert.team(),
        alert.since(),
        alert.blinds(),
        alert.origin());
  }

  /** The faults of rules in which one rule is changed. */
  interface OfRule {
    Stream<Changed> in(Rule rule);

    default Stream<Fault> in(Slip slip, Rule rule) {
      return in(rule).map(it -> new Fault.OfRule(slip, rule, it.rule(), it.lines()));
    }
  }
}
