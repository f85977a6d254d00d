package io.runboards.emit.docs;

import io.runboards.rules.Alert;
import io.runboards.rules.Template;
import io.runboards.rules.Template.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that silences one alert for one thing. */
final class SilenceCommand {
  private SilenceCommand() {}

  /** With the labels by which the alert's summary and its best dashboard tell things apart. */
  static String of(Alert alert) {
    String matchers =
        labels(alert).stream()
            .map(label -> " '" + label + "=<" + label + ">'")
            .collect(Collectors.joining());
    return "amtool silence add 'alertname="
        + alert.name()
        + "'"
        + matchers
        + " \\\n    --duration=2h --comment='<why, and until when>'";
  }

  private static Set<String> labels(Alert alert) {
    Set<String> labels = new LinkedHashSet<>();
    inText(alert.text().summary()).forEach(labels::add);
    alert.lookAt().stream()
        .limit(1)
        .flatMap(link -> link.carried().stream())
        .forEach(carried -> labels.add(carried.from().name()));
    return labels;
  }

  private static Stream<String> inText(String text) {
    try {
      return Template.parse(text)
          .places()
          .map(Template.Place::value)
          .filter(Value.OfLabel.class::isInstance)
          .map(value -> ((Value.OfLabel) value).label());
    } catch (Template.Wrong e) {
      return Stream.empty();
    }
  }
}
