package io.runboards.verify.grafana;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matcher;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Span;
import io.runboards.promql.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A condition that a reader sets above a dashboard, for every selector of its queries.
 *
 * @param label the label
 * @param op how it compares
 * @param value what it compares with
 */
public record Filter(String label, Matcher.Op op, String value) {

  /** What stands at a place of a query from now on. */
  private record Edit(Span place, String text) {}

  /** The query with the condition. One that is no PromQL stays as it is: the store will tell. */
  String in(String promql, Escaping escaping) {
    List<Edit> edits = new ArrayList<>();
    try {
      collect(Promql.parse(promql, Syntax.PROMETHEUS), promql, escaping, edits);
    } catch (ParseException e) {
      return promql;
    }
    StringBuilder changed = new StringBuilder(promql);
    edits.stream()
        .sorted(Comparator.comparingInt((Edit edit) -> edit.place.start()).reversed())
        .forEach(edit -> changed.replace(edit.place.start(), edit.place.end(), edit.text));
    return changed.toString();
  }

  private void collect(Expr expr, String promql, Escaping escaping, List<Edit> edits) {
    if (expr instanceof VectorSelector selector) {
      edits.add(edit(selector, promql, escaping));
    }
    expr.children().forEach(child -> collect(child, promql, escaping, edits));
  }

  private Edit edit(VectorSelector selector, String promql, Escaping escaping) {
    String condition = label + op.symbol() + '"' + written(escaping) + '"';
    Optional<Matcher> same =
        selector.matchers().stream()
            .filter(it -> it.label().value().equals(label) && it.value().value().equals(value))
            .findFirst();
    if (same.isPresent()) {
      return new Edit(same.get().span(), condition);
    }
    Optional<Span> last =
        selector.matchers().stream().map(Matcher::span).max(Comparator.comparingInt(Span::end));
    if (last.isPresent()) {
      return new Edit(after(last.get().end()), "," + condition);
    }
    int name = selector.name().span().end();
    int brace = name;
    while (brace < promql.length() && Character.isWhitespace(promql.charAt(brace))) {
      brace++;
    }
    return brace < promql.length() && promql.charAt(brace) == '{'
        ? new Edit(after(brace + 1), condition)
        : new Edit(after(name), "{" + condition + "}");
  }

  private static Span after(int place) {
    return new Span(place, place);
  }

  /** Without its feature toggle, Grafana escapes only what is a regular expression. */
  private String written(Escaping escaping) {
    return op.isRegex() || escaping == Escaping.WITH_QUOTES ? escaping.plain(value) : value;
  }
}
