package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is printed can be read, and says the same. */
class RoundTripTest {
  private static final Syntax FULL = Syntax.PROMETHEUS.withAllFeatures();
  private static final int TREES = 20_000;

  @Test
  void aPrintedTreeParsesToTheSameTree() {
    TreeGenerator generator = new TreeGenerator(7);
    Set<String> distinct = new HashSet<>();
    for (int i = 0; i < TREES; i++) {
      Expr tree = generator.tree();
      String printed = tree.toString();
      distinct.add(printed);
      assertThat(Promql.parse(printed, FULL)).as(printed).isEqualTo(tree).hasToString(printed);
    }
    assertThat(distinct).hasSizeGreaterThan(TREES / 2);
  }

  @Test
  void aPrettyTreeParsesToTheSameTree() {
    TreeGenerator generator = new TreeGenerator(8);
    for (int i = 0; i < TREES / 4; i++) {
      Expr tree = generator.tree();
      String pretty = Promql.pretty(tree);
      assertThat(Promql.parse(pretty, FULL)).as(pretty).isEqualTo(tree);
      assertThat(Promql.pretty(Promql.parse(pretty, FULL))).isEqualTo(pretty);
    }
  }

  @Test
  void grafanaReadsWhatPrometheusReads() {
    TreeGenerator generator = new TreeGenerator(9);
    for (int i = 0; i < TREES / 4; i++) {
      Expr tree = generator.tree();
      assertThat(Promql.parse(tree.toString(), Syntax.GRAFANA.withAllFeatures())).isEqualTo(tree);
    }
  }

  @Test
  void acceptedExpressionsOfPrometheusTestsPrintTheirTree() {
    List<String> exceptions =
        Reference.recorded().stream()
            .map(Reference.Answer::expr)
            .filter(expr -> Reference.tree(expr, FULL).isPresent())
            .filter(expr -> !printsItsTree(Promql.parse(expr, FULL)))
            .toList();
    assertThat(exceptions).isEmpty();
  }

  private static boolean printsItsTree(Expr tree) {
    return Reference.tree(tree.toString(), FULL).filter(tree::equals).isPresent();
  }
}
