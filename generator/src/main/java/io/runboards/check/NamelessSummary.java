package io.runboards.check;

import io.runboards.flow.SeriesLabels;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A summary that is the same for each of the many things that may be wrong. */
final class NamelessSummary implements AlertCheck {
  @Override
  public String id() {
    return "nameless-summary";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    AlertText summary = AlertText.summary(rule, alert);
    List<String> labels = rule.labels().map(NamelessSummary::telling).orElse(List.of());
    boolean namesNone = summary.template().map(NamelessSummary::namesNoLabel).orElse(false);
    return labels.isEmpty() || !namesNone || summary.text().isBlank()
        ? Stream.empty()
        : Stream.of(
            summary
                .problem(
                    0,
                    summary.text().length(),
                    "the summary is the same for each series; it could name "
                        + String.join(", ", labels))
                .advise("Write {{ $labels." + labels.getLast() + " }} into it")
                .asWarning());
  }

  private static boolean namesNoLabel(Template summary) {
    return summary.places().noneMatch(place -> place.value() instanceof Template.Value.OfLabel);
  }

  /** The labels that tell one series of the result from the others; none if there is only one. */
  private static List<String> telling(SeriesLabels labels) {
    if (labels.isIdentifiedBy(Set.of())) {
      return List.of();
    }
    List<String> telling = new ArrayList<>(labels.certain());
    telling.remove(SeriesLabels.NAME);
    telling.removeAll(World.SCRAPE_LABELS);
    return telling;
  }
}
