package io.runboards.check;

import io.runboards.finding.DidYouMean;
import io.runboards.flow.SeriesLabels;
import io.runboards.rules.Alert;
import io.runboards.rules.LabelValue;
import io.runboards.rules.Template;
import io.runboards.rules.Template.Value.OfLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A text of an alert that names a label which the query does not result in. */
final class TemplateLabel implements AlertCheck {
  @Override
  public String id() {
    return "template-label";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    return rule.labels().stream()
        .flatMap(
            labels -> AlertText.of(rule, alert).flatMap(text -> problems(text, alert, labels)));
  }

  private static Stream<RuleProblem> problems(AlertText text, Alert alert, SeriesLabels labels) {
    return text.template().stream()
        .flatMap(Template::places)
        .filter(place -> place.value() instanceof OfLabel(String name) && !labels.mayHave(name))
        .map(place -> problem(place, text, alert, labels));
  }

  private static RuleProblem problem(
      Template.Place place, AlertText text, Alert alert, SeriesLabels labels) {
    String name = ((OfLabel) place.value()).label();
    String written = "$labels." + name;
    int start = text.text().indexOf(written, place.start());
    return text.problem(
        start, start + written.length(), "the " + text.what() + ' ' + why(name, alert, labels));
  }

  private static String why(String name, Alert alert, SeriesLabels labels) {
    boolean added = alert.labels().stream().map(LabelValue::label).anyMatch(name::equals);
    if (added) {
      return "names '" + name + "', which the rule adds only after its texts were filled in";
    }
    List<String> others = new ArrayList<>(labels.possible());
    others.remove(SeriesLabels.NAME);
    return "names '%s', which the query does not result in; it has %s%s"
        .formatted(
            name,
            others.isEmpty() ? "no label" : String.join(", ", others),
            DidYouMean.oneOf(others, name));
  }
}
