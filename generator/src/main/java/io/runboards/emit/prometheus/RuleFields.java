package io.runboards.emit.prometheus;

import io.runboards.emit.AlertTexts;
import io.runboards.emit.AlertTexts.AlertText;
import io.runboards.emit.YamlWriter;
import io.runboards.promql.Expr;
import io.runboards.rules.Alert;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Length;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import java.util.List;
import java.util.function.Function;

/**
 * The fields of a rule, as Prometheus and all that take its rules read them.
 *
 * @param texts what alerts say
 * @param expr how a query is written
 */
public record RuleFields(AlertTexts texts, Function<Expr, String> expr) {

  public void write(YamlWriter yaml, Rule rule) {
    switch (rule) {
      case Recording recording -> write(yaml, recording);
      case Alert alert -> write(yaml, alert);
    }
  }

  private void write(YamlWriter yaml, Recording recording) {
    yaml.field("record", recording.name());
    yaml.field("expr", expr.apply(recording.series().expr()));
    labels(yaml, "labels", recording.labels());
  }

  private void write(YamlWriter yaml, Alert alert) {
    yaml.field("alert", alert.name());
    yaml.field("expr", expr.apply(alert.series().expr()));
    length(yaml, "for", alert.hold().before());
    length(yaml, "keep_firing_for", alert.hold().after());
    labels(yaml, "labels", alert.labels());
    texts(yaml, "annotations", texts.of(alert));
  }

  private static void length(YamlWriter yaml, String name, Length length) {
    if (!length.isNone()) {
      yaml.field(name, length.toString());
    }
  }

  static void labels(YamlWriter yaml, String name, List<LabelValue> labels) {
    if (!labels.isEmpty()) {
      yaml.object(
          name, fields -> labels.forEach(label -> fields.field(label.label(), label.value())));
    }
  }

  static void texts(YamlWriter yaml, String name, List<AlertText> texts) {
    if (!texts.isEmpty()) {
      yaml.object(
          name, fields -> texts.forEach(text -> fields.field(text.name(), text.template())));
    }
  }
}
