package io.runboards.emit.grafana;

import static java.util.stream.Collectors.joining;

import io.runboards.rules.Template;
import io.runboards.rules.Template.Part;
import io.runboards.rules.Template.Place;
import io.runboards.rules.Template.Step;
import io.runboards.rules.Template.Text;
import io.runboards.rules.Template.Value;

/**
 * The text of an alert as Grafana reads it.
 *
 * <p>In Grafana {@code $value} is a text about all values, so the query's own is asked for. Its
 * functions are those of Prometheus. It has no labels of a server: series that came through remote
 * write carry them as labels of their own.
 *
 * <p>Grafana fills texts in even while all is well and there is neither label nor value. Functions
 * fail then, and the log tells so at every evaluation: they are only called on what is there.
 */
final class AlertText {
  private AlertText() {}

  /** A text that is no template stays: whoever examines the rules has told. */
  static String of(String text) {
    try {
      return Template.parse(text).parts().stream().map(AlertText::print).collect(joining());
    } catch (Template.Wrong e) {
      return text;
    }
  }

  private static String print(Part part) {
    return switch (part) {
      case Text(String words) -> words;
      case Place place -> {
        String steps = place.steps().stream().map(AlertText::print).collect(joining());
        yield switch (place.value()) {
          case Value.OfLabel(String label) -> shaped("$labels." + label, "", steps);
          case Value.OfServer(String label) -> shaped("$labels." + label, "", steps);
          case Value.OfQuery() -> shaped("$values." + AlertRule.QUERY, ".Value", steps);
          case Value.Address() -> "{{ externalURL" + steps + " }}";
        };
      }
    };
  }

  private static String shaped(String variable, String field, String steps) {
    return steps.isEmpty()
        ? "{{ " + variable + field + " }}"
        : "{{ with "
            + variable
            + " }}{{ "
            + (field.isEmpty() ? "." : field)
            + steps
            + " }}{{ end }}";
  }

  private static String print(Step step) {
    String format = step.format().isEmpty() ? "" : " \"" + step.format() + "\"";
    return " | " + step.function().id() + format;
  }
}
