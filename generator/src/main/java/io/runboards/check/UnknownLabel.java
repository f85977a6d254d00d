package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.flow.SeriesLabels;
import io.runboards.promql.Expr;
import io.runboards.promql.Matcher;
import java.util.List;

/** A label that no metric at this place has: in a matcher, a grouping or a join. */
final class UnknownLabel implements QueryCheck {
  @Override
  public String id() {
    return "unknown-label";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.both(
        Problems.allOf(query.readings(), reading -> inMatchers(reading, query)),
        Problems.where(
            query.uses(),
            use -> use.role() != LabelUse.Role.TARGET && !isKnown(use, query),
            use -> problem(use, query)));
  }

  private static List<Problem> inMatchers(Reading reading, Query query) {
    return Problems.where(
        reading.selector().matchers(),
        matcher -> matcher.label().isFixed() && !isKnown(matcher, reading.metric(), query),
        matcher ->
            Problem.error(
                matcher.label().span(), message(matcher.label().value(), reading.metric())));
  }

  private static boolean isKnown(LabelUse use, Query query) {
    for (Expr operand : use.operands()) {
      if (query.everHad(use.label(), operand)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnown(Matcher matcher, Metric metric, Query query) {
    String label = matcher.label().value();
    return label.equals(SeriesLabels.NAME)
        || metric.has(label)
        || query.world().extraLabels().contains(label);
  }

  private static Problem problem(LabelUse use, Query query) {
    List<Metric> metrics = Below.metrics(use.operands(), query);
    String message =
        metrics.size() == 1
            ? message(use.label(), metrics.getFirst())
            : "'" + use.label() + "' is not a label of any metric here";
    return use.drops()
        ? Problem.warning(use.text().span(), message)
        : Problem.error(use.text().span(), message);
  }

  private static String message(String label, Metric metric) {
    String others = metric.labels().stream().map(Label::name).collect(joining(", "));
    return "'%s' is not a label of %s; %s"
        .formatted(label, metric.name(), others.isEmpty() ? "it has none" : "it has " + others);
  }
}
