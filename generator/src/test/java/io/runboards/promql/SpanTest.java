package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.promql.Expr.RangeSelector;
import org.junit.jupiter.api.Test;

/** Every node knows where it stands. */
class SpanTest {
  private static final Syntax FULL = Syntax.PROMETHEUS.withAllFeatures();

  @Test
  void theTextUnderANodeParsesToTheNode() {
    int nodes = 0;
    for (Reference.Answer answer : Reference.recorded()) {
      if (answer.of(FULL).ok()) {
        nodes += check(Promql.parse(answer.expr(), FULL), answer.expr());
      }
    }
    assertThat(nodes).isGreaterThan(8000);
  }

  private static int check(Expr node, String source) {
    String text = node.span().of(source);
    assertThat(Promql.parse(text, FULL)).as(source).isEqualTo(node);
    int nodes = 1;
    if (!(node instanceof RangeSelector)) {
      for (Expr child : node.children()) {
        boolean withinInfo =
            node instanceof Expr.Call call && call.function().name().equals("info");
        nodes += withinInfo ? 0 : check(child, source);
      }
    }
    return nodes;
  }

  @Test
  void theSelectorOfARangeStandsBeforeTheBracket() {
    String source = "rate(x{a=\"b\"} [5m] offset 1h)";
    Expr.Call call = (Expr.Call) Promql.parse(source);
    RangeSelector range = (RangeSelector) call.args().getFirst();
    assertThat(range.span().of(source)).isEqualTo("x{a=\"b\"} [5m] offset 1h");
    assertThat(range.vector().span().of(source)).isEqualTo("x{a=\"b\"}");
    assertThat(range.range().span().of(source)).isEqualTo("5m");
    assertThat(range.vector().modifiers().offset().span().of(source)).isEqualTo("1h");
  }

  @Test
  void labelsMatchersAndValuesHavePlacesOfTheirOwn() {
    String source = "sum by (a, \"b.c\") ({d=~'e', \"f\"}) * on (g) group_left (h) y";
    Expr.Binary product = (Expr.Binary) Promql.parse(source);
    Expr.Aggregation sum = (Expr.Aggregation) product.left();
    assertThat(sum.labels()).extracting(l -> l.span().of(source)).containsExactly("a", "\"b.c\"");
    Expr.VectorSelector selector = (Expr.VectorSelector) sum.expr();
    assertThat(selector.matchers())
        .extracting(matcher -> matcher.span().of(source))
        .containsExactly("\"f\"", "d=~'e'");
    assertThat(selector.matchers().getLast().label().span().of(source)).isEqualTo("d");
    assertThat(selector.matchers().getLast().value().span().of(source)).isEqualTo("'e'");
    assertThat(product.matching().labels().getFirst().span().of(source)).isEqualTo("g");
    assertThat(product.matching().include().getFirst().span().of(source)).isEqualTo("h");
  }

  @Test
  void placesDoNotMakeTreesDiffer() {
    assertThat(Promql.parse("  a +  b")).isEqualTo(Promql.parse("a+b"));
    assertThat(Promql.parse("  a +  b").hashCode()).isEqualTo(Promql.parse("a+b").hashCode());
    assertThat(Promql.parse("a + b")).isNotEqualTo(Promql.parse("a + c"));
  }
}
