package io.runboards.rules;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.flow.World;
import java.util.List;

/**
 * A series that is there in a test.
 *
 * @param metric its metric
 * @param labels its labels
 * @param values its values, one a step, as promtool writes them: {@code 1 2 3}, {@code 0+10x5} for
 *     0, 10, … 50, {@code 7x9} for ten times 7, {@code _} for none, {@code stale} for its end
 */
public record Given(Metric metric, List<LabelValue> labels, String values) {

  public Given {
    labels = List.copyOf(labels);
    TestValues.parse(values);
    for (LabelValue label : labels) {
      demand(metric, label.label());
    }
  }

  public static Given series(Metric metric, String values, LabelValue... labels) {
    return new Given(metric, List.of(labels), values);
  }

  /** Whether a series of the metric can have the label. */
  static boolean has(Metric metric, String label) {
    return metric.has(label)
        || World.SCRAPE_LABELS.contains(label)
        || label.equals(Labels.TENANT_ID.name());
  }

  private static void demand(Metric metric, String label) {
    if (!has(metric, label)) {
      String others = metric.labels().stream().map(Label::name).collect(joining(", "));
      throw new WrongRule(
          "%s has no label '%s'; it has %s"
              .formatted(metric.name(), label, others.isEmpty() ? "none" : others));
    }
  }
}
