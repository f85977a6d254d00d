package io.runboards.emit.grafana;

import io.runboards.emit.AlertTexts;
import io.runboards.emit.YamlWriter;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleGroup;
import io.runboards.site.Site;
import java.util.List;

/**
 * An alert as a rule that Grafana evaluates.
 *
 * <p>Whatever its query results in is wrong, be it 0, negative or not a number. But Grafana takes 0
 * for "all is well", so the condition asks only whether there is a value.
 */
record AlertRule(Alert alert, RuleGroup group, Site site, AlertTexts texts) {
  /** The letter of the query. */
  static final String QUERY = "A";

  private static final String CONDITION = "B";
  private static final String ANY_VALUE = "is_number($A) || is_nan($A) || is_inf($A)";
  private static final String EXPRESSION = "__expr__";

  /** How far a query looks back. Grafana demands a range, even of a query at one moment. */
  private static final int RANGE = 600;

  void write(YamlWriter yaml) {
    yaml.field("uid", AlertUid.of(alert.name()));
    yaml.field("title", Provisioning.literal(alert.name()));
    yaml.field("condition", CONDITION);
    yaml.objects("data", List.of(QUERY, CONDITION), this::step);
    yaml.field("noDataState", "OK");
    yaml.field("execErrState", "Error");
    yaml.field("for", alert.hold().before().toString());
    if (Since.RULES_LINGER.holdsFor(site.grafana().version())) {
      if (!alert.hold().after().isNone()) {
        yaml.field("keepFiringFor", alert.hold().after().toString());
      }
      yaml.field("missing_series_evals_to_resolve", 1);
    }
    yaml.object("annotations", this::annotations);
    yaml.object(
        "labels", labels -> alert.labels().forEach(it -> label(labels, it.label(), it.value())));
  }

  private void step(YamlWriter yaml, String letter) {
    yaml.field("refId", letter);
    if (letter.equals(QUERY)) {
      query(yaml);
    } else {
      condition(yaml);
    }
  }

  private void query(YamlWriter yaml) {
    String source = Sources.first(site).uid();
    int delay = Math.toIntExact(group.delay().seconds());
    yaml.object(
        "relativeTimeRange",
        range -> {
          range.field("from", delay + RANGE);
          range.field("to", delay);
        });
    yaml.field("datasourceUid", Provisioning.literal(source));
    yaml.object(
        "model",
        model -> {
          model.field("refId", QUERY);
          model.object("datasource", it -> source(it, Scene.PROMETHEUS, source));
          model.field("expr", alert.series().expr().toString());
          model.field("instant", true);
          model.field("range", false);
        });
  }

  private static void condition(YamlWriter yaml) {
    yaml.field("datasourceUid", EXPRESSION);
    yaml.object(
        "model",
        model -> {
          model.field("refId", CONDITION);
          model.object("datasource", it -> source(it, EXPRESSION, EXPRESSION));
          model.field("type", "math");
          model.field("expression", ANY_VALUE);
        });
  }

  private static void source(YamlWriter yaml, String type, String uid) {
    yaml.field("type", type);
    yaml.field("uid", uid);
  }

  /** Grafana takes annotations as they are, dollar signs and all. */
  private void annotations(YamlWriter yaml) {
    texts.of(alert).forEach(text -> yaml.field(text.name(), AlertText.of(text.template())));
  }

  private static void label(YamlWriter yaml, String name, String value) {
    yaml.field(name, Provisioning.literal(value));
  }
}
