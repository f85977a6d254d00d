package io.runboards.verify.trial;

import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.heatmap;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Table.column;
import static io.runboards.verify.store.LoadedStore.curve;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.check.Query;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.flow.World;
import io.runboards.promql.Promql;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Effort;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of answers that cannot be right it is told what is wrong, and good ones pass. */
class TrialsTest {
  private static final World WORLD =
      new World(
          Catalog.standard()
              .with(
                  new Family(
                      "tests",
                      "Tests",
                      List.of(),
                      List.of(
                          Metric.gauge("load", Unit.PERCENT, NODE, GPU),
                          Metric.gauge("quota", Unit.GPUS, NODE, GPU),
                          Metric.gauge("took_bucket", Unit.COUNT, NODE, LE)))),
          Set.of("job"));

  private static final String LOAD = "max by (node) (load)";

  private static Result.Curves answer(Curve... curves) {
    return new Result.Curves(List.of(curves), Optional.empty(), List.of(), List.of());
  }

  private static List<Flaw> flaws(Panel panel, Result.Curves answer, boolean ours)
      throws Exception {
    Target target = panel.frame().data().targets().getFirst();
    Query query = Query.of(Promql.parse(target.promql()), WORLD, Optional.empty());
    return Trials.of(new Showing(panel, target, query, answer, ours));
  }

  private static List<Flaw> flaws(Panel panel, Curve... curves) throws Exception {
    return flaws(panel, answer(curves), true);
  }

  private static Panel graph(String promql) {
    return graph(promql, "{{node}}");
  }

  private static Panel graph(String promql, String legend) {
    return timeseries("T").query(promql, legend);
  }

  /** Values in the minutes from 0 on. */
  private static Curve line(String labels, double... values) {
    return curve(labels, IntStream.range(0, values.length).toArray(), values);
  }

  private static Curve node(String name, double... values) {
    return line("{node=\"" + name + "\"}", values);
  }

  @Test
  void aGraphAsItShouldBe() throws Exception {
    assertThat(flaws(graph(LOAD), node("a", 0, 50, 100), node("b", 3, 2))).isEmpty();
  }

  @Test
  void aLabelThatTheCatalogPromisesIsMissing() throws Exception {
    assertThat(flaws(graph("load", "all"), line("load{gpu=\"0\", node=\"a\"}", 1, 2))).isEmpty();
    assertThat(flaws(graph("load", "all"), line("load{node=\"a\"}", 1, 2)))
        .containsExactly(
            Flaw.error("label-missing", "series lack 'gpu', which the catalog promises"));
  }

  @Test
  void aLabelIsThereThatNothingLedToExpect() throws Exception {
    Curve surplus = line("load{gpu=\"0\", node=\"a\", rack=\"7\", room=\"1\"}", 1, 2);
    assertThat(flaws(graph("load", "all"), surplus))
        .containsExactly(
            Flaw.error(
                "label-unexpected",
                "series have 'rack', 'room', which does not follow from the query"));
    assertThat(flaws(graph("load", "all"), answer(surplus), false))
        .as("anybody may add labels to a store of his own")
        .isEmpty();
    assertThat(flaws(graph("load", "all"), line("load{gpu=\"0\", job=\"j\", node=\"a\"}", 1, 2)))
        .isEmpty();
  }

  @Test
  void aLegendHasAGap() throws Exception {
    assertThat(
            flaws(
                graph("sum by (job, node) (load)", "{{ job }} on {{node}}"),
                line("{job=\"j\", node=\"a\"}", 1, 2),
                node("b", 1, 2)))
        .containsExactly(Flaw.error("legend-gap", "legends have gaps: {{job}} in 1 of 2 series"));
  }

  @Test
  void twoSeriesHaveTheSameName() throws Exception {
    Curve[] two = {line("{gpu=\"0\", node=\"a\"}", 1, 2), line("{gpu=\"1\", node=\"a\"}", 1, 2)};
    String promql = "max by (gpu, node) (load)";
    assertThat(flaws(graph(promql, "{{gpu}} of {{node}}"), two)).isEmpty();
    assertThat(flaws(graph(promql), two))
        .containsExactly(Flaw.error("same-name", "more than one series is called 'a'"));
    assertThat(flaws(table("T").query(promql, "{{node}}"), two)).isEmpty();
  }

  @Test
  void twoRowsAreTheSame() throws Exception {
    Table nodes = table("T").columns(column(NODE, "Node"), column("Load"));
    Curve[] two = {line("{gpu=\"0\", node=\"a\"}", 1), line("{gpu=\"1\", node=\"a\"}", 1)};
    String promql = "max by (gpu, node) (load)";
    assertThat(flaws(nodes.query(promql, "Load"), two))
        .containsExactly(Flaw.error("same-row", "more than one row of the table is {node=\"a\"}"));
    Table gpus = table("T").columns(column(GPU, "GPU"), column(NODE, "Node"), column("Load"));
    assertThat(flaws(gpus.query(promql, "Load"), two)).isEmpty();
  }

  @Test
  void severalValuesHaveNoNames() throws Exception {
    Curve[] two = {node("a", 1), node("b", 2)};
    assertThat(flaws(stat("T").query(LOAD, "{{node}}"), two))
        .containsExactly(Flaw.error("nameless-values", "2 values are shown without their names"));
    assertThat(flaws(stat("T").showingValueAndName().query(LOAD, "{{node}}"), two)).isEmpty();
    assertThat(flaws(stat("T").query(LOAD, "{{node}}"), node("a", 1))).isEmpty();
  }

  @Test
  void aHeatmapNeedsBuckets() throws Exception {
    Panel times = heatmap("T").query("sum by (le) (took_bucket)", "{{le}}");
    assertThat(flaws(times, line("{le=\"1\"}", 1, 2), line("{le=\"+Inf\"}", 1, 3))).isEmpty();
    Panel sums = heatmap("T").query("sum by (node) (took_bucket)", "all");
    assertThat(flaws(sums, node("a", 1, 2)))
        .containsExactly(
            Flaw.error(
                "no-buckets",
                "1 of 1 series are no buckets of a histogram: they have no label 'le'"));
    Panel counted = heatmap("T").counted().query("sum by (node) (took_bucket)", "{{node}}");
    assertThat(flaws(counted, node("a", 1, 2))).isEmpty();
    Panel twice = heatmap("T").query("sum by (le, node) (took_bucket)", "{{le}}");
    assertThat(
            flaws(
                twice, line("{le=\"1\", node=\"a\"}", 1, 2), line("{le=\"1\", node=\"b\"}", 1, 2)))
        .containsExactly(Flaw.error("same-name", "more than one series is called '1'"));
  }

  @Test
  void valuesAreNoNumbers() throws Exception {
    assertThat(
            flaws(
                graph("avg by (node) (load) / avg by (node) (quota)"),
                node("a", 1, Double.NaN),
                node("b", 1, Double.POSITIVE_INFINITY),
                node("c", 1, 2)))
        .containsExactly(
            Flaw.error(
                "not-a-number",
                "2 of 3 series have values that are no finite numbers (NaN or Inf)"));
  }

  @Test
  void valuesCannotBe() throws Exception {
    assertThat(flaws(graph(LOAD), node("a", 100.0000000001, 0), node("b", 12, 140.25)))
        .containsExactly(
            Flaw.error("out-of-range", "{node=\"b\"} has the value 140.2; percent is 0 to 100"));
  }

  @Test
  void valuesLieBeyondTheScale() throws Exception {
    Curve[] high = {node("a", 12, 90)};
    assertThat(flaws(timeseries("T").max(95).query(LOAD, "{{node}}"), high)).isEmpty();
    assertThat(flaws(timeseries("T").max(50).query(LOAD, "{{node}}"), high))
        .containsExactly(
            Flaw.warning(
                "off-the-scale",
                "{node=\"a\"} reaches 90, and the scale of the panel is 50 or less"));
    assertThat(flaws(bargauge("T").max(50).query(LOAD, "{{node}}"), high))
        .as("a bar has its value written beside it")
        .isEmpty();
  }

  @Test
  void whatShouldMoveStandsStill() throws Exception {
    double[] still = new double[20];
    Arrays.fill(still, 40);
    assertThat(flaws(graph(LOAD), node("a", still), node("b", still)))
        .containsExactly(
            Flaw.warning("constant", "all 2 series keep one value over the whole range"));
    assertThat(flaws(graph("max by (node) (quota)"), node("a", still)))
        .as("a quota may stand still")
        .isEmpty();
    assertThat(flaws(graph(LOAD), node("a", new double[20]))).as("nothing may last").isEmpty();
    double[] moves = still.clone();
    moves[7] = 41;
    assertThat(flaws(graph(LOAD), node("a", still), node("b", moves))).isEmpty();
    assertThat(flaws(graph(LOAD), node("a", Arrays.copyOf(still, 19)))).isEmpty();
  }

  @Test
  void aLineNeedsTwoPoints() throws Exception {
    assertThat(flaws(graph(LOAD), node("a", 1), node("b", 1)))
        .containsExactly(
            Flaw.warning("one-point", "each series has one point only, and there is no line"));
    assertThat(flaws(graph(LOAD), node("a", 1), node("b", 1, 2))).isEmpty();
  }

  @Test
  void thereAreMoreSeriesThanAPanelCanShow() throws Exception {
    Curve[] many = IntStream.range(0, 101).mapToObj(i -> node("n" + i, 1, 2)).toArray(Curve[]::new);
    assertThat(flaws(graph(LOAD), Arrays.copyOf(many, 100))).isEmpty();
    assertThat(flaws(graph(LOAD), many))
        .containsExactly(
            Flaw.error("too-many-series", "101 series, and such a panel shows 100 at most"));
  }

  @Test
  void theQueryTouchesTooManySamples() throws Exception {
    assertThat(flaws(graph(LOAD), costing(TooManySamples.MOST), true)).isEmpty();
    assertThat(flaws(graph(LOAD), costing(TooManySamples.MOST + 1), true))
        .containsExactly(
            Flaw.error(
                "too-many-samples",
                "the query touches 20000001 samples, and a panel may touch 20000000"));
  }

  private static Result.Curves costing(long samples) {
    return new Result.Curves(
        List.of(node("a", 1, 2)), Optional.of(new Effort(samples, 1)), List.of(), List.of());
  }

  @Test
  void theStoreWarns() throws Exception {
    Result.Curves warned =
        new Result.Curves(
            List.of(node("a", 1, 2)), Optional.empty(), List.of("ignored 3"), List.of());
    assertThat(flaws(graph(LOAD), warned, true))
        .containsExactly(Flaw.warning("store-warns", "ignored 3"));
  }

  @Test
  void aColumnHasNoValues() {
    Table table = table("T").columns(column(NODE, "Node"), column(GPU, "GPU"), column("Load"));
    assertThat(ColumnGaps.of(table, List.of(List.of(node("a", 1)), List.of())))
        .contains(Flaw.error("column-empty", "no series fills the column of 'gpu'"));
    assertThat(
            ColumnGaps.of(
                table, List.of(List.of(node("a", 1)), List.of(line("{gpu=\"0\", node=\"a\"}", 1)))))
        .isEmpty();
    assertThat(ColumnGaps.of(table, List.of(List.of(), List.of()))).isEmpty();
  }

  @Test
  void rowsOfAQueryJoinNoOthers() {
    Target load = table("T").query(LOAD, "Load").frame().data().targets().getFirst();
    List<Curve> nodes = List.of(node("a", 1), node("b", 1));
    assertThat(RowsApart.of(0, load, List.of(nodes, List.of(node("b", 1), node("c", 1)))))
        .isEmpty();
    assertThat(
            RowsApart.of(
                0, load, List.of(nodes, List.of(line("{job=\"j\", node=\"x\"}", 1)), List.of())))
        .contains(
            Flaw.error(
                "rows-apart",
                "no row of 'Load', such as {node=\"a\"}, is one of another query, such as"
                    + " {node=\"x\"}"));
    assertThat(RowsApart.of(0, load, List.of(nodes, List.of()))).isEmpty();
    assertThat(RowsApart.of(0, load, List.of(List.of(), nodes))).isEmpty();
  }
}
