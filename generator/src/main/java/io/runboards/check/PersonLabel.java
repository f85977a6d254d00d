package io.runboards.check;

import static java.util.stream.Collectors.toSet;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import java.util.List;
import java.util.Set;

/** A result that names persons. */
final class PersonLabel implements QueryCheck {
  /** Labels that name a person on some metric. */
  private static final Set<String> SOMETIMES =
      Labels.all().stream().filter(Label::person).map(Label::name).collect(toSet());

  @Override
  public String id() {
    return "person-label";
  }

  @Override
  public List<Problem> problems(Query query) {
    return Problems.where(
        query.uses(),
        use ->
            (use.role() == LabelUse.Role.BY || use.role() == LabelUse.Role.INCLUDE)
                && SOMETIMES.contains(use.label())
                && query.labels().at(query.tree()).mayHave(use.label())
                && namesAPerson(use, query),
        use ->
            Problem.warning(use.text().span(), "the label '" + use.label() + "' names a person"));
  }

  private static boolean namesAPerson(LabelUse use, Query query) {
    return use.operands().stream()
            .anyMatch(operand -> query.labels().at(operand).mayHave(use.label()))
        && Below.metrics(use.operands(), query).stream()
            .flatMap(metric -> metric.labels().stream())
            .anyMatch(label -> label.name().equals(use.label()) && label.person());
  }
}
