package io.runboards.check;

import static java.util.stream.Collectors.toSet;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.promql.Matcher;
import io.runboards.promql.Text;
import java.util.Set;
import java.util.stream.Stream;

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
  public Stream<Problem> problems(Query query) {
    Stream<Text> inMatchers =
        query.selectors().flatMap(selector -> selector.matchers().stream()).map(Matcher::label);
    return Stream.concat(inMatchers, query.uses().map(LabelUse::text))
        .filter(label -> FORBIDDEN.contains(label.value()))
        .map(label ->
            Problem.error(
                label.span(),
                "no metric may have the label '"
                    + label.value()
                    + "': it has a value for each request or person"));
  }
}
