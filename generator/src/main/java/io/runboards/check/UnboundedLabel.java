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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A result with a series for each value of a label whose values have no natural end. */
final class UnboundedLabel implements QueryCheck {
  @Override
  public String id() {
    return "unbounded-label";
  }

  @Override
  public List<Problem> problems(Query query) {
    SeriesLabels result = query.labels().at(query.tree());
    List<String> labels = new ArrayList<>();
    for (Reading reading : query.readings()) {
      for (Label label : reading.metric().labels()) {
        if (label.growth() == Label.Growth.UNBOUNDED
            && result.certain().contains(label.name())
            && !labels.contains(label.name())) {
          labels.add(label.name());
        }
      }
    }
    return Problems.where(
        labels,
        label -> !isLimited(label, query),
        label ->
            Problem.info(
                    span(label, query),
                    "the result has a series for each '" + label + "', and there is no end to them")
                .advise("Show the top few with topk."));
  }

  private static boolean isLimited(String label, Query query) {
    return mayBeLimited(label, query) && isLimitedOnAllWays(label, query);
  }

  /** Whether there is anything at all that could limit a label. */
  private static boolean mayBeLimited(String label, Query query) {
    for (Expr node : query.nodes()) {
      if (limits(node, label) || node instanceof Binary binary && binary.op() == BinaryOp.OR) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLimitedOnAllWays(String label, Query query) {
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
    if (limits(node, label)) {
      return true;
    }
    return node instanceof Binary binary && binary.op() == BinaryOp.OR
        ? sources.stream().allMatch(limited::get)
        : sources.stream().anyMatch(limited::get);
  }

  /** Whether an operation lets few values of the label through. */
  private static boolean limits(Expr node, String label) {
    return switch (node) {
      case VectorSelector selector -> picks(selector.matchers(), label);
      case Aggregation aggregation -> picksFew(aggregation, label);
      case Binary binary -> binary.op().isComparison() && !binary.bool();
      default -> false;
    };
  }

  private static boolean picks(List<Matcher> matchers, String label) {
    for (Matcher matcher : matchers) {
      if (picks(matcher, label)) {
        return true;
      }
    }
    return false;
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
    return query.uses().stream()
        .filter(use -> use.role() == LabelUse.Role.BY || use.role() == LabelUse.Role.INCLUDE)
        .filter(use -> use.label().equals(label))
        .map(use -> use.text().span())
        .findFirst()
        .orElse(query.tree().span());
  }
}
