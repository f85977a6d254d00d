package io.runboards.check;

import io.runboards.flow.SeriesLabels;
import io.runboards.rules.Alert;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An alert that leads to a dashboard that does not exist, or with a label that it lacks. */
final class BrokenRuleLink implements AlertCheck {
  @Override
  public String id() {
    return "broken-link";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    Set<String> labels = rule.labels().map(SeriesLabels::possible).orElse(Set.of());
    return alert.lookAt().stream()
        .flatMap(link ->
            Destination.of(link, List.of(), labels, workspace).problems().stream()
                .map(problem ->
                    RuleProblem.of(rule, "the link '" + link.title() + "': " + problem)));
  }
}
