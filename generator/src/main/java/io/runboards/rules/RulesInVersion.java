package io.runboards.rules;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.DrillDown;
import io.runboards.query.Computed;
import io.runboards.query.ForVersion;
import io.runboards.query.Series;
import io.runboards.rules.Alert.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for the clusters of a version: with the names of that time, and those it can have. */
final class RulesInVersion {
  private final ForVersion names;

  RulesInVersion(ForVersion names) {
    this.names = names;
  }

  RuleFile of(RuleFile file) {
    List<RuleGroup> groups =
        file.groups().stream().map(this::group).filter(group -> !group.rules().isEmpty()).toList();
    Set<String> gone = new HashSet<>();
    file.rules().forEach(rule -> gone.add(rule.name()));
    groups.forEach(group -> group.rules().forEach(rule -> gone.remove(rule.name())));
    return new RuleFile(
        file.name(),
        file.title(),
        file.team(),
        file.audience(),
        groups,
        file.tests().stream().flatMap(test -> test(test, gone)).toList(),
        file.retired(),
        file.origin());
  }

  private RuleGroup group(RuleGroup group) {
    return group.with(
        group.rules().stream()
            .filter(rule -> rule.since().filter(names::isBefore).isEmpty())
            .map(this::rule)
            .toList());
  }

  private Rule rule(Rule rule) {
    if (names.isNewest()) {
      return rule;
    }
    return switch (rule) {
      case Recording recording -> recording(recording);
      case Alert alert -> alert(alert);
    };
  }

  private Recording recording(Recording recording) {
    return new Recording(
        metric(recording.metric()),
        series(recording.series()),
        labels(recording.labels()),
        recording.since(),
        recording.origin());
  }

  private Alert alert(Alert alert) {
    return new Alert(
        alert.name(),
        alert.urgency(),
        series(alert.series()),
        alert.hold(),
        new Words(text(alert.text().summary()), text(alert.text().description())),
        alert.lookAt().stream().map(this::link).toList(),
        alert.runbook(),
        alert.team(),
        alert.since(),
        alert.blinds(),
        alert.origin());
  }

  private DrillDown link(DrillDown link) {
    return link.renamed(names::label);
  }

  private Series series(Series series) {
    return new Computed(names.expr(series.expr()));
  }

  /** A text that is no template stays: whoever examines the rules will tell. */
  private String text(String text) {
    try {
      return Template.parse(text).renamed(names::label).toString();
    } catch (Template.Wrong e) {
      return text;
    }
  }

  private List<LabelValue> labels(List<LabelValue> labels) {
    return labels.stream().map(it -> new LabelValue(names.label(it.label()), it.value())).toList();
  }

  /** What the version lacks need not be tested; a rule that nobody wrote is tested in vain. */
  private Stream<RuleTest> test(RuleTest test, Set<String> gone) {
    List<Then> then = test.then().stream().filter(it -> !gone.contains(it.rule().name())).toList();
    if (then.isEmpty()) {
      return Stream.of();
    }
    if (names.isNewest()) {
      return Stream.of(new RuleTest(test.name(), test.step(), test.given(), then, test.origin()));
    }
    return Stream.of(
        new RuleTest(
            test.name(),
            test.step(),
            test.given().stream().map(this::given).toList(),
            then.stream().map(this::then).toList(),
            test.origin()));
  }

  /** The series as it was, without labels that it did not have yet. */
  private Given given(Given given) {
    Metric then = names.metric(given.metric());
    double factor = then.unit().factorTo(given.metric().unit()).orElse(1);
    String values =
        factor == 1
            ? given.values()
            : TestValues.parse(given.values()).times(1 / factor).toString();
    Metric named = then.labels().equals(given.metric().labels()) ? then : metric(then);
    return new Given(
        named,
        labels(given.labels()).stream().filter(it -> Given.has(named, it.label())).toList(),
        values);
  }

  private Then then(Then then) {
    return switch (then) {
      case Then.Fires fires ->
          new Then.Fires(fires.at(), alert(fires.alert()), fires.value(), labels(fires.labels()));
      case Then.Silent silent -> new Then.Silent(silent.at(), alert(silent.alert()));
      case Then.Recorded recorded ->
          new Then.Recorded(
              recorded.at(),
              recording(recorded.recording()),
              recorded.value(),
              labels(recorded.labels()));
    };
  }

  private Metric metric(Metric metric) {
    List<Label> labels = metric.labels().stream().map(names::label).distinct().toList();
    return new Metric(
        metric.name(),
        metric.kind(),
        metric.unit(),
        metric.range(),
        labels,
        metric.identities().stream()
            .map(key -> key.stream().map(names::label).distinct().toList())
            .toList(),
        metric.sometimes().stream().map(names::label).distinct().toList(),
        metric.about(),
        metric.history(),
        metric.api());
  }
}
