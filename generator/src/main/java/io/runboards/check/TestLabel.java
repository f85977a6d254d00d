package io.runboards.check;

import io.runboards.finding.DidYouMean;
import io.runboards.flow.SeriesLabels;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Then;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A test that expects a label which the rule's result cannot have. */
final class TestLabel implements RuleCheck {
  @Override
  public String id() {
    return "test-label";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    Map<List<Object>, ExaminedRule> rules = new HashMap<>();
    workspace.rules().forEach(rule -> rules.putIfAbsent(key(rule.rule()), rule));
    return workspace.book().files().stream()
        .flatMap(file -> file.tests().stream())
        .flatMap(test -> test.then().stream().flatMap(then -> problems(test, then, rules)));
  }

  /** Several recording rules may write one metric, each with labels of its own. */
  private static List<Object> key(Rule rule) {
    return List.of(rule.name(), rule instanceof Recording ? Set.copyOf(rule.labels()) : Set.of());
  }

  private static Stream<RuleProblem> problems(
      RuleTest test, Then then, Map<List<Object>, ExaminedRule> rules) {
    ExaminedRule rule = rules.get(key(then.rule()));
    if (rule == null || rule.labels().isEmpty()) {
      return Stream.empty();
    }
    SeriesLabels labels = rule.labels().get();
    return expected(then).stream()
        .map(LabelValue::label)
        .filter(label -> !labels.mayHave(label) && !isAdded(label, then))
        .map(label -> problem(test, label, rule, labels));
  }

  private static List<LabelValue> expected(Then then) {
    return switch (then) {
      case Then.Fires fires -> fires.labels();
      case Then.Recorded recorded -> recorded.labels();
      case Then.Silent silent -> List.of();
    };
  }

  /** What a recording rule adds may be told by a test, or be left out. */
  private static boolean isAdded(String label, Then then) {
    return then instanceof Then.Recorded recorded
        && recorded.recording().labels().stream().map(LabelValue::label).anyMatch(label::equals);
  }

  private static RuleProblem problem(
      RuleTest test, String label, ExaminedRule rule, SeriesLabels labels) {
    List<String> others = new ArrayList<>(labels.possible());
    others.remove(SeriesLabels.NAME);
    return RuleProblem.of(
        test.origin() + " \"" + test.name() + "\"",
        "%s has no label '%s'; it has %s%s"
            .formatted(
                rule.rule().name(),
                label,
                others.isEmpty() ? "none" : String.join(", ", others),
                DidYouMean.oneOf(others, label)));
  }
}
