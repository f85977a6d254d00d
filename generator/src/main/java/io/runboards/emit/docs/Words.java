package io.runboards.emit.docs;

import static java.util.stream.Collectors.joining;

import io.runboards.dashboard.BarChart;
import io.runboards.dashboard.BarGauge;
import io.runboards.dashboard.Gauge;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Histogram;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Pie;
import io.runboards.dashboard.Stat;
import io.runboards.dashboard.StateTimeline;
import io.runboards.dashboard.StatusHistory;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.TextPanel;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.rules.Template;
import java.util.List;

/** What panels and variables are and what alerts say, in English. */
final class Words {
  private Words() {}

  /** The kind of a panel. */
  static String kind(Panel panel) {
    return switch (panel) {
      case TimeSeries p -> "time series";
      case Stat p -> "number";
      case Gauge p -> "gauge";
      case BarGauge p -> "bars";
      case BarChart p -> "bar chart";
      case Table p -> "table";
      case Heatmap p -> "heatmap";
      case Histogram p -> "histogram";
      case StateTimeline p -> "states over time";
      case StatusHistory p -> "states at regular moments";
      case Pie p -> "pie";
      case TextPanel p -> "text";
    };
  }

  /** What the reader chooses in a variable, as Markdown for a cell of a table. */
  static String choice(Variable variable) {
    return switch (variable) {
      case ValuesOf it -> howMany(it.choice()) + " of " + values(it);
      case Variable.Listed it -> howMany(it.choice()) + " of " + codes(it.values());
      case Variable.Interval it -> "one of " + codes(it.lengths());
      case Variable.DataSource it ->
          "a Prometheus data source"
              + (it.regex().isEmpty()
                  ? ""
                  : " with a name like " + Markdown.codeInTable(it.regex()));
      case Variable.AdHoc it -> "conditions on any label, which go into every query";
      case Variable.TextBox it ->
          "any text"
              + (it.start().isEmpty() ? "" : ", at first " + Markdown.codeInTable(it.start()));
      case Variable.Constant it -> "nothing: it is always " + Markdown.codeInTable(it.value());
    };
  }

  private static String howMany(Variable.Choice choice) {
    return switch (choice) {
      case ONE -> "one";
      case SOME -> "some";
      case SOME_OR_ALL -> "some or all";
      case ONE_OR_ALL -> "one or all";
    };
  }

  private static String values(ValuesOf it) {
    return "the values of %s on %s%s"
        .formatted(
            Markdown.codeInTable(it.label().name()),
            Markdown.codeInTable(it.source().toString()),
            it.words().map(label -> ", shown as " + Markdown.codeInTable(label.name())).orElse(""));
  }

  /** The text of an alert as one reads it without an alert: {@code <node>} for its node. */
  static String text(String template) {
    try {
      return Template.parse(template).parts().stream().map(Words::part).collect(joining());
    } catch (Template.Wrong e) {
      return template;
    }
  }

  private static String part(Template.Part part) {
    return switch (part) {
      case Template.Text(String words) -> words;
      case Template.Place place ->
          switch (place.value()) {
            case Template.Value.OfLabel(String label) -> "<" + label + ">";
            case Template.Value.OfServer(String label) -> "<" + label + ">";
            case Template.Value.OfQuery() -> "<value>";
            case Template.Value.Address() -> "<address>";
          };
    };
  }

  /** Words as code, with commas between them. */
  static String codes(List<String> words) {
    return words.stream().map(Markdown::codeInTable).collect(joining(", "));
  }
}
