package io.runboards.verify.grafana;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.verify.grafana.Store.NOW;
import static io.runboards.verify.grafana.Store.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.promql.Matcher.Op;
import io.runboards.query.Queries;
import io.runboards.verify.grafana.Wishes.Pick;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries reach the store as Grafana would send them. */
class AskedTest {
  private static final ValuesOf NODES = valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).multi().orAll();
  private static final int MOST = 3;

  private static List<Shown> shown(Wishes wishes, Dashboard dashboard) {
    Store store = new Store("a.b", "c", "d", "e", "f");
    return Shown.of(dashboard, Choices.of(dashboard, wishes, store, SIX_HOURS, Reader.USUAL), MOST);
  }

  private static List<Shown> shown(Wishes wishes, Row... rows) {
    return shown(wishes, dashboard("d", "D").variables(NODES).rows(rows));
  }

  private static Asked asked(Panel panel) {
    Shown shown = shown(Wishes.NONE, row(panel)).getFirst();
    return Asked.of(shown, SIX_HOURS, Reader.USUAL).getFirst();
  }

  @Test
  void aPanelAsksForWholeStepsOfItsRange() {
    Asked asked = asked(timeseries("T").query("rate(x{node=~\"$node\"}[$__rate_interval])", ""));
    assertThat(asked.promql()).isEqualTo("rate(x{node=~\".+\"}[1m0s])");
    assertThat(asked.step()).isEqualTo(Duration.ofSeconds(15));
    assertThat(asked.range().from()).isEqualTo("2026-03-01T06:00:00Z");
    assertThat(asked.range().to()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void aTileAsksForTheEndOfTheRangeAsItIs() {
    Asked asked = asked(stat("S").query("increase(x[$__range])", ""));
    assertThat(asked.promql()).isEqualTo("increase(x[21600s])");
    assertThat(asked.range().to()).isEqualTo(NOW);
  }

  @Test
  void allLengthsOfTimeHaveAValue() {
    String query =
        "x[$__interval:${__interval}] $__interval_ms ${__interval_ms} $__range_s ${__range_ms}"
            + " $__rate_interval_ms ${__rate_interval} [[__interval]] [[__rate_interval]]";
    assertThat(asked(timeseries("T").width(8).query(query, "")).promql())
        .isEqualTo("x[30s:30s] 30000 30000 21600 21600000 60000 1m0s 30s [[__rate_interval]]");
  }

  @Test
  void aPanelMayHaveARangeAndADistanceOfItsOwn() {
    Asked asked =
        asked(timeseries("T").over("30d").every("1h").query("x[$__rate_interval] $__range", ""));
    assertThat(asked.promql()).isEqualTo("x[4h0m0s] 2592000s");
    assertThat(asked.step()).isEqualTo(Duration.ofHours(1));
    assertThat(asked.range().from()).isEqualTo("2026-01-30T12:00:00Z");
    assertThat(asked.range().to()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void aDistanceMayBeChosenByTheReader() {
    Dashboard dashboard =
        dashboard("d", "D")
            .variables(Variable.interval("every", "Every", "10m", "1h"))
            .rows(row(timeseries("T").every("$every").query("x[$every]", "")));
    Asked asked =
        Asked.of(shown(Wishes.NONE, dashboard).getFirst(), SIX_HOURS, Reader.USUAL).getFirst();
    assertThat(asked.promql()).isEqualTo("x[10m]");
    assertThat(asked.step()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aPanelForOneValueReadsItAsARegularExpressionEvenWhereNoMoreCanBeChosen() {
    ValuesOf one = valuesOf(NODE, Runai.GPU_COUNT_PER_NODE);
    Panel panel = timeseries("T").query("x{node=\"$node\"} ${node:raw}", "").repeatedFor(one);
    Dashboard dashboard = dashboard("d", "D").variables(one).rows(row(panel));
    Shown shown = shown(Wishes.NONE, dashboard).getFirst();
    assertThat(Asked.of(shown, SIX_HOURS, Reader.USUAL).getFirst().promql())
        .isEqualTo("x{node=\"a\\\\.b\"} a.b");
  }

  @Test
  void aRepeatedPanelIsThereOnceForEachValue() {
    Panel busy = timeseries("T").query("x{node=~\"$node\"}", "").repeatedFor(NODES);
    List<Shown> all = shown(Wishes.NONE, row(busy));
    assertThat(all)
        .extracting(it -> Asked.of(it, SIX_HOURS, Reader.USUAL).getFirst().promql())
        .containsExactly("x{node=~\"a\\\\.b\"}", "x{node=~\"c\"}", "x{node=~\"d\"}");
    assertThat(all).extracting(Shown::columns).containsOnly(6);
    assertThat(all).extracting(Shown::repeatedFor).startsWith(List.of("a.b"));
    assertThat(shown(Wishes.pick(Pick.SEVERAL), row(busy)))
        .extracting(Shown::columns)
        .containsExactly(12, 12);
  }

  @Test
  void aRepeatedRowRepeatsItsPanels() {
    Row row =
        row(
            "Of $node",
            timeseries("A").query("x{node=~\"$node\"}", ""),
            timeseries("B").query("y", ""));
    assertThat(shown(Wishes.pick(Pick.SEVERAL), row.repeatedFor(NODES)))
        .extracting(it -> it.panel().title() + " " + it.repeatedFor() + " " + it.columns())
        .containsExactly("A [a.b] 12", "B [a.b] 12", "A [c] 12", "B [c] 12");
  }

  @Test
  void conditionsGoIntoEverySelector() {
    String query =
        "sum(x) / y{} + z{a=\"1\",} - {b=\"2\"} * rate(w{c!=\"it\"}[5m] offset 1h) - v{d=~\"3\"}";
    Dashboard dashboard =
        dashboard("d", "D")
            .variables(Variable.adHoc("filters", "Filters"))
            .rows(row(timeseries("T").query(query, "")))
            .annotated(Annotation.marks("M", Queries.promql("x"), "", Color.RED));
    Wishes wishes =
        Wishes.NONE.filtered(new Filter("c", Op.NOT_EQUAL, "it"), new Filter("d", Op.REGEX, "3"));
    Shown shown = shown(wishes, dashboard).getFirst();
    assertThat(Asked.of(shown, SIX_HOURS, Reader.USUAL).getFirst().promql())
        .isEqualTo(
            "sum(x{c!=\"it\",d=~\"3\"}) / y{c!=\"it\",d=~\"3\"} + z{a=\"1\",c!=\"it\",d=~\"3\",}"
                + " - {b=\"2\",c!=\"it\",d=~\"3\"}"
                + " * rate(w{c!=\"it\",d=~\"3\"}[5m] offset 1h) - v{d=~\"3\",c!=\"it\"}");
    Annotation marks = dashboard.annotations().getFirst();
    Asked ofMarks = Asked.of(marks, shown.choices(), SIX_HOURS, Reader.USUAL);
    assertThat(ofMarks.promql()).isEqualTo("x");
    assertThat(ofMarks.step()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aConditionReplacesOneOnTheSameValue() {
    Filter filter = new Filter("c", Op.NOT_EQUAL, "1");
    assertThat(filter.in("x{c=\"1\"} - x{c=\"2\"}", Escaping.USUAL))
        .isEqualTo("x{c!=\"1\"} - x{c=\"2\",c!=\"1\"}");
  }

  @Test
  void conditionsAreEscapedAsGrafanaDoes() {
    Filter regex = new Filter("c", Op.REGEX, "a\\.b");
    assertThat(regex.in("x", Escaping.USUAL)).isEqualTo("x{c=~\"a\\\\.b\"}");
    Filter quote = new Filter("c", Op.EQUAL, "19\" rack");
    assertThat(quote.in("x", Escaping.WITH_QUOTES)).isEqualTo("x{c=\"19\\\" rack\"}");
    assertThat(quote.in("x", Escaping.USUAL)).isEqualTo("x{c=\"19\" rack\"}");
    assertThat(quote.in("no query at all", Escaping.USUAL)).isEqualTo("no query at all");
  }

  @Test
  void aDashboardWithoutAPlaceForConditionsHasNone() {
    Wishes wishes = Wishes.NONE.filtered(new Filter("c", Op.EQUAL, "1"));
    Shown shown = shown(wishes, row(timeseries("T").query("x", ""))).getFirst();
    assertThat(Asked.of(shown, SIX_HOURS, Reader.USUAL).getFirst().promql()).isEqualTo("x");
  }

  @Test
  void legendsHaveValuesThatNobodyEscaped() {
    Choices choices = shown(Wishes.pick(Pick.ONE), row(stat("S"))).getFirst().choices();
    assertThat(choices.inWords("$node {{gpu}}", SIX_HOURS)).isEqualTo("a.b {{gpu}}");
  }
}
