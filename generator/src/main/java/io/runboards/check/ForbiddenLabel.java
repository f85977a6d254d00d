package io.runboards.check;

import static java.util.stream.Collectors.toSet;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.promql.Text;
import java.util.List;
import java.util.Set;

/** A label with a value for each request or person, which no metric may have. */
final class ForbiddenLabel implements QueryCheck {
  private static final Set<String> FORBIDDEN =
      Labels.all().stream()
          .filter(label -> label.growth() == Label.Growth.FORBIDDEN)
          .map(Label::name)
          .collect(toSet());

  @Override
  public String id() {
    return "forbidden-label";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.both(
        Problems.where(
            query.matchers(),
            matcher -> isForbidden(matcher.label()),
            matcher -> problem(matcher.label())),
        Problems.where(query.uses(), use -> isForbidden(use.text()), use -> problem(use.text())));
  }

  private static boolean isForbidden(Text label) {
    return FORBIDDEN.contains(label.value());
  }

  private static Problem problem(Text label) {
    return Problem.error(
        label.span(),
        "no metric may have the label '"
            + label.value()
            + "': it has a value for each request or person");
  }
}
