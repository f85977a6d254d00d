package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.runboards.catalog.Unit;
import io.runboards.catalog.ValueRange;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Units and ranges of values through every operation. */
class UnitFlowTest {
  private static final Path ROWS = Path.of("src/test/resources/flow/units.txt");

  @TestFactory
  Stream<DynamicTest> everyExpressionHasItsUnitAndRange() throws Exception {
    List<String> rows =
        Files.readAllLines(ROWS).stream()
            .filter(row -> !row.isBlank() && !row.startsWith("#"))
            .toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
    return rows.stream()
        .map(row -> DynamicTest.dynamicTest(row, () -> assertThat(said(row)).isEqualTo(row)));
  }

  private static String said(String row) {
    String expression = row.substring(0, row.indexOf(" => "));
    Expr tree = parse(expression);
    UnitFlow flow = flow(tree);
    Quantity quantity = flow.at(tree);
    return expression
        + " => "
        + quantity.name()
        + " ; "
        + quantity.range()
        + (flow.mismatches().isEmpty() ? "" : " ; mismatch");
  }

  @Test
  void everyNodeHasAQuantity() {
    Expr.Binary tree =
        (Expr.Binary) parse("sum(DCGM_FI_DEV_FB_USED) / sum(DCGM_FI_DEV_FB_TOTAL) * 100");
    UnitFlow flow = flow(tree);
    assertThat(flow.at(tree).unit()).hasValue(Unit.PERCENT);
    assertThat(flow.at(tree.left()).unit()).hasValue(Unit.RATIO);
    assertThat(flow.at(tree.left().children().getFirst()).unit()).hasValue(Unit.MEBIBYTES);
    assertThat(flow.at(tree.right()).constant()).hasValue(100);
  }

  @Test
  void aNodeOfAnotherQueryHasNone() {
    UnitFlow flow = flow(parse("up"));
    assertThatIllegalArgumentException().isThrownBy(() -> flow.at(parse("up")));
  }

  @Test
  void aMismatchShowsBothSides() {
    Expr tree = parse("max((DCGM_FI_DEV_GPU_UTIL - DCGM_FI_PROF_SM_ACTIVE) > 5)");
    assertThat(flow(tree).mismatches())
        .singleElement()
        .satisfies(mismatch -> {
          assertThat(mismatch.node()).hasToString("DCGM_FI_DEV_GPU_UTIL - DCGM_FI_PROF_SM_ACTIVE");
          assertThat(mismatch.left()).hasToString("percent, 0 to 100");
          assertThat(mismatch.right()).hasToString("ratio, 0 to 1");
        });
  }

  @Test
  void whatCountsTheSameIsNoMismatch() {
    assertThat(mismatches("runai_gpu_count_per_node > count(up)")).isEmpty();
    assertThat(mismatches("DCGM_FI_DEV_FB_USED > 0.9 * DCGM_FI_DEV_FB_TOTAL")).isEmpty();
    assertThat(mismatches("DCGM_FI_DEV_FB_USED > nobody_knows_this")).isEmpty();
    assertThat(mismatches("DCGM_FI_DEV_FB_USED > 0 * up")).isEmpty();
    assertThat(mismatches("runai_wait_time_seconds_per_workload > 5m")).isEmpty();
    assertThat(mismatches("DCGM_FI_DEV_GPU_UTIL - 5 > scalar(vector(3))")).isEmpty();
    assertThat(mismatches("sum(runai_gpu_count_per_node) - sum(DCGM_FI_DEV_GPU_UTIL) / 100"))
        .isEmpty();
  }

  @Test
  void whatCannotBeComparedIsAMismatch() {
    assertThat(mismatches("DCGM_FI_DEV_FB_USED > container_memory_working_set_bytes")).hasSize(1);
    assertThat(mismatches("runai_gpu_count_per_node > DCGM_FI_DEV_GPU_UTIL")).hasSize(1);
    assertThat(mismatches("runai_last_gpu_utilization_time_per_gpu > 1h")).hasSize(1);
    assertThat(mismatches("time() > runai_wait_time_seconds_per_workload")).hasSize(1);
    assertThat(mismatches("up == container_memory_working_set_bytes")).hasSize(1);
    assertThat(mismatches("runai_gpu_count_per_node - runai_node_cpu_requested_cores")).hasSize(1);
    assertThat(mismatches("DCGM_FI_DEV_XID_ERRORS > runai_gpu_count_per_node")).hasSize(1);
  }

  @Test
  void whatIsUnknownHasNoUnit() {
    Quantity unknown = result("nobody_knows_this");
    assertThat(unknown.isUnknown()).isTrue();
    assertThat(unknown.unit()).isEmpty();
    assertThat(unknown.constant()).isEmpty();
    assertThat(unknown.range()).isEqualTo(ValueRange.ANY);
    assertThat(unknown).hasToString("unknown");
  }

  @Test
  void aNumberHasNoUnitButAValue() {
    Quantity number = result("2 ^ 3");
    assertThat(number.isUnknown()).isFalse();
    assertThat(number.unit()).isEmpty();
    assertThat(number.constant()).hasValue(8);
  }

  @Test
  void filledPartnersCanHaveAnyValue() {
    assertThat(result("DCGM_FI_DEV_GPU_UTIL + fill (7) DCGM_FI_DEV_MEM_COPY_UTIL").range())
        .isEqualTo(ValueRange.ANY);
  }

  private static List<Mismatch> mismatches(String expression) {
    return flow(parse(expression)).mismatches();
  }

  private static Quantity result(String expression) {
    Expr tree = parse(expression);
    return flow(tree).at(tree);
  }

  private static UnitFlow flow(Expr tree) {
    return UnitFlow.through(tree, World.standard());
  }

  private static Expr parse(String expression) {
    return Promql.parse(expression, Syntax.GRAFANA.withAllFeatures());
  }
}
