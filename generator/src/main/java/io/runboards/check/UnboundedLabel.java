package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.flow.SeriesLabels;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.Span;
import io.runboards.promql.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A result with a series for each value of a label whose values have no natural end. */
final class UnboundedLabel implements QueryCheck {
  @Override
  public String id() {
    return "unbounded-label";
  }

  @Override
  public Stream<Problem> problems(Query query) {
    SeriesLabels result = query.labels().at(query.tree());
    if (result.certain().isEmpty()) {
      return Stream.empty();
    }
    return Below.metrics(List.of(query.tree()), query).stream()
        .flatMap(metric -> metric.labels().stream())
        .filter(label -> label.growth() == Label.Growth.UNBOUNDED)
        .map(Label::name)
        .distinct()
        .filter(result.certain()::contains)
        .filter(label -> !isLimited(label, query))
        .map(label ->
            Problem.info(
                    span(label, query),
                    "the result has a series for each '" + label + "', and there is no end to them")
                .advise("Show the top few with topk."));
  }

  private static boolean isLimited(String label, Query query) {
    Map<Expr, Boolean> limited = new IdentityHashMap<>();
    for (Expr node : query.nodes().reversed()) {
      List<Expr> sources =
          node.children().stream()
              .filter(child -> child.type() != ValueType.SCALAR)
              .filter(child -> query.labels().at(child).mayHave(label))
              .toList();
      limited.put(node, isLimited(label, node, sources, limited));
    }
    return limited.get(query.tree());
  }

  private static boolean isLimited(
      String label, Expr node, List<Expr> sources, Map<Expr, Boolean> limited) {
    return switch (node) {
      case VectorSelector selector -> selector.matchers().stream().anyMatch(m -> picks(m, label));
      case Aggregation aggregation when picksFew(aggregation, label) -> true;
      case Binary binary when binary.op().isComparison() && !binary.bool() -> true;
      case Binary binary when binary.op() == BinaryOp.OR -> sources.stream().allMatch(limited::get);
      default -> sources.stream().anyMatch(limited::get);
    };
  }

  private static boolean picks(Matcher matcher, String label) {
    return matcher.label().value().equals(label)
        && (!matcher.value().isFixed()
            || matcher.op() == Matcher.Op.EQUAL && !matcher.value().isEmpty());
  }

  private static boolean picksFew(Aggregation node, String label) {
    return switch (node.op()) {
      case TOPK, BOTTOMK, LIMITK ->
          node.without() == node.labels().stream().anyMatch(text -> text.value().equals(label));
      default -> false;
    };
  }

  /** Where the query asks for the label last; the whole query if it just lets it through. */
  private static Span span(String label, Query query) {
    return query
        .uses()
        .filter(use -> use.role() == LabelUse.Role.BY || use.role() == LabelUse.Role.INCLUDE)
        .filter(use -> use.label().equals(label))
        .map(use -> use.text().span())
        .findFirst()
        .orElse(query.tree().span());
  }
}
