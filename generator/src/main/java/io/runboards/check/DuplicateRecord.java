package io.runboards.check;

import io.runboards.rules.Recording;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Two rules that write the same series, or that do not agree about what they write. */
final class DuplicateRecord implements RuleCheck {
  @Override
  public String id() {
    return "duplicate-record";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    List<ExaminedRule> recordings =
        workspace.rules().stream().filter(rule -> rule.rule() instanceof Recording).toList();
    Stream<RuleProblem> sameSeries =
        First.andAgain(
            recordings.stream(),
            rule -> List.of(rule.rule().name(), Set.copyOf(rule.rule().labels())),
            (rule, first) ->
                RuleProblem.of(rule, "the rule in " + first.rule().origin() + " writes it, too")
                    .advise("Give each a label of its own with(LABEL, VALUE), or drop one"));
    Stream<RuleProblem> otherMetric =
        recordings.stream()
            .filter(rule -> !agrees(rule, workspace))
            .map(rule ->
                RuleProblem.of(
                    rule,
                    "the rule in %s declares another unit or other labels for this metric"
                        .formatted(first(rule, workspace).rule().origin())));
    return Stream.concat(sameSeries, otherMetric);
  }

  private static ExaminedRule first(ExaminedRule rule, Workspace workspace) {
    return workspace.writers(rule.rule().name()).getFirst();
  }

  private static boolean agrees(ExaminedRule rule, Workspace workspace) {
    Recording one = (Recording) rule.rule();
    Recording other = (Recording) first(rule, workspace).rule();
    return one == other
        || one.metric().unit() == other.metric().unit()
            && Set.copyOf(one.metric().labels()).equals(Set.copyOf(other.metric().labels()));
  }
}
