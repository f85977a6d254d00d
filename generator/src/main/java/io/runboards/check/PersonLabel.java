package io.runboards.check;

import java.util.stream.Stream;

/** A result that names persons. */
final class PersonLabel implements QueryCheck {
  @Override
  public String id() {
    return "person-label";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    return LabelUse.in(query)
        .filter(use -> use.role() == LabelUse.Role.BY || use.role() == LabelUse.Role.INCLUDE)
        .filter(use -> query.labels().at(query.tree()).mayHave(use.label()))
        .filter(use -> namesAPerson(use, query))
        .map(use ->
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
