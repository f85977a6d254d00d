package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.flow.Quantity;
import io.runboards.flow.SeriesLabels;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Recording;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recorded metric that declares labels or a unit which its query does not result in. */
final class RecordedLabels implements RecordingCheck {
  @Override
  public String id() {
    return "recorded-labels";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Recording recording, Workspace workspace) {
    return rule.query().stream()
        .flatMap(query -> Stream.of(labels(rule, recording, query), unit(rule, recording, query)))
        .flatMap(Optional::stream);
  }

  private static Optional<RuleProblem> labels(ExaminedRule rule, Recording recording, Query query) {
    SeriesLabels result = query.labels().at(query.tree());
    Set<String> declared =
        recording.metric().labels().stream()
            .map(Label::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> given = new TreeSet<>(result.possible());
    given.remove(SeriesLabels.NAME);
    recording.labels().stream().map(LabelValue::label).forEach(given::add);
    Set<String> relied = new TreeSet<>(given);
    relied.removeAll(query.world().extraLabels());
    boolean missing = !result.open() && !given.containsAll(declared);
    boolean agrees = !missing && declared.containsAll(relied);
    return agrees
        ? Optional.empty()
        : Optional.of(
            RuleProblem.of(
                rule,
                "the metric declares %s, but the rule results in %s"
                    .formatted(inWords(declared), inWords(missing ? given : relied))));
  }

  private static String inWords(Collection<String> labels) {
    return labels.isEmpty()
        ? "no label"
        : (labels.size() == 1 ? "the label " : "the labels ") + String.join(", ", labels);
  }

  private static Optional<RuleProblem> unit(ExaminedRule rule, Recording recording, Query query) {
    Quantity values = query.units().at(query.tree());
    return values.contradicts(recording.metric().unit())
        ? Optional.of(
            RuleProblem.of(
                rule,
                "the metric declares the unit '%s', but the query results in %s"
                    .formatted(recording.metric().unit().label(), values.name())))
        : Optional.empty();
  }
}
