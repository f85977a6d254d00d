package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.Template;
import java.util.Optional;
import java.util.stream.Stream;

/** A summary that a phone cannot show in full. */
final class SummaryForm implements AlertCheck {
  private static final int LONGEST = 120;

  /** What a label or a value takes that is filled in. */
  private static final int FILLED_IN = 12;

  @Override
  public String id() {
    return "summary-form";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Alert alert, Workspace workspace) {
    AlertText summary = AlertText.summary(rule, alert);
    return Stream.concat(severalLines(summary).stream(), tooLong(summary).stream());
  }

  private static Optional<RuleProblem> severalLines(AlertText summary) {
    int end = summary.text().strip().indexOf('\n');
    return end < 0
        ? Optional.empty()
        : Optional.of(summary.problem(end, end + 1, "the summary has more than one line"));
  }

  private static Optional<RuleProblem> tooLong(AlertText summary) {
    int length = summary.template().map(SummaryForm::length).orElse(0);
    return length <= LONGEST
        ? Optional.empty()
        : Optional.of(
            summary
                .problem(
                    0,
                    summary.text().length(),
                    "the summary has about " + length + " characters; " + LONGEST + " are the most")
                .advise("Move the rest to the description"));
  }

  private static int length(Template summary) {
    return summary.parts().stream()
        .mapToInt(part -> part instanceof Template.Text(String words) ? words.length() : FILLED_IN)
        .sum();
  }
}
