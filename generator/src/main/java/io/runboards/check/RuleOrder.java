package io.runboards.check;

import io.runboards.flow.Metrics;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleGroup;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A rule that stands before the one that writes what it reads: its result comes one round late. */
final class RuleOrder implements RuleCheck {
  @Override
  public String id() {
    return "rule-order";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    Map<RuleGroup, Map<String, Integer>> placesOfGroups = new IdentityHashMap<>();
    return workspace.rules().stream()
        .flatMap(rule ->
            problems(
                rule,
                placesOfGroups.computeIfAbsent(rule.group(), RuleOrder::lastPlaces),
                workspace));
  }

  /** Where in a group each metric is written. */
  private static Map<String, Integer> lastPlaces(RuleGroup group) {
    Map<String, Integer> places = new HashMap<>();
    List<Rule> rules = group.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof Recording recording) {
        places.put(recording.name(), i);
      }
    }
    return places;
  }

  private static Stream<RuleProblem> problems(
      ExaminedRule rule, Map<String, Integer> writers, Workspace workspace) {
    if (writers.isEmpty() || rule.query().isEmpty()) {
      return Stream.empty();
    }
    int here = placeOf(rule);
    return rule.query().get().selectors().stream()
        .filter(selector -> place(selector, writers) > here)
        .filter(selector -> !isInACircle(rule, place(selector, writers), workspace))
        .map(selector ->
            RuleProblem.in(
                    rule.source(),
                    rule.text(),
                    Metrics.spanOfName(selector),
                    "the rule that writes it comes later in the group '%s', so this reads the"
                            .formatted(rule.group().name())
                        + " value of the round before")
                .advise("Move that rule up"));
  }

  private static int placeOf(ExaminedRule rule) {
    List<Rule> rules = rule.group().rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) == rule.rule()) {
        return i;
      }
    }
    return rules.size();
  }

  private static int place(VectorSelector selector, Map<String, Integer> writers) {
    return Metrics.nameOf(selector).map(name -> writers.getOrDefault(name, -1)).orElse(-1);
  }

  /** Rules that read each other have no right order, which is a finding of its own. */
  private static boolean isInACircle(ExaminedRule rule, int writer, Workspace workspace) {
    Rule other = rule.group().rules().get(writer);
    return workspace.graph().below(other).stream().anyMatch(below -> below == rule.rule());
  }
}
