package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.InVersion;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Variable;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import io.runboards.query.ForVersion;
import io.runboards.verify.grafana.Asked;
import io.runboards.verify.grafana.Choices;
import io.runboards.verify.grafana.Chosen;
import io.runboards.verify.grafana.Escaping;
import io.runboards.verify.grafana.Reader;
import io.runboards.verify.grafana.Shown;
import io.runboards.verify.grafana.TimeRange;
import io.runboards.verify.grafana.Values;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.grafana.Wishes.Pick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is chosen on a shipped dashboard, its queries reach the store as plain PromQL. */
class AskedQueriesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int MOST = 3;

  /**
   * The pods of a workload are found by a regular expression in which its name stands as it is, so
   * none of these is a broken one.
   */
  private static final List<String> NASTY =
      List.of(
          "a.b", "x|y", "10%", "it's", "back\\slash", "19\" rack", "(a)[b]{c}", "^end$", "ü $node");

  /** Grafana without its feature toggle cannot ask for these where one value can be chosen. */
  private static final List<String> HARMLESS =
      NASTY.stream().filter(value -> !value.contains("\"")).toList();

  /** Answers every query with the same values, for whichever labels it asks. */
  private record Made(List<String> values, List<String> asked) implements Values {
    @Override
    public List<String> labelValues(String label, String selector, TimeRange range) {
      asked.add(selector);
      return values;
    }

    @Override
    public List<SortedMap<String, String>> queryResult(String promql, Instant at) {
      asked.add(promql);
      String labels = promql.substring(promql.indexOf('(') + 1, promql.indexOf(')'));
      return values.stream().map(value -> series(labels, value)).toList();
    }

    private static SortedMap<String, String> series(String labels, String value) {
      return new TreeMap<>(
          Stream.of(labels.split(", ")).collect(Collectors.toMap(label -> label, label -> value)));
    }
  }

  private static Stream<Dashboard> dashboards(ClusterVersion version) {
    Installation at = new Installation(version, Installation.NEWEST.spelling());
    InVersion names = new InVersion(version, new ForVersion(version, Catalog.standard()));
    return All.DASHBOARDS.stream().map(source -> names.of(source.define(at)));
  }

  private static List<String> asked(
      Dashboard dashboard, Wishes wishes, List<String> values, Reader reader) {
    TimeRange range = TimeRange.of(dashboard.settings().from(), NOW);
    Made store = new Made(values, new ArrayList<>());
    Choices choices = Choices.of(dashboard, wishes, store, range, reader);
    assertThat(choices.variables())
        .filteredOn(chosen -> chosen.variable() instanceof Variable.ValuesOf)
        .extracting(Chosen::options)
        .as(dashboard.uid())
        .allSatisfy(options -> assertThat(options).isNotEmpty());
    List<String> queries = new ArrayList<>(store.asked);
    Shown.of(dashboard, choices, MOST).stream()
        .flatMap(shown -> Asked.of(shown, range, reader).stream())
        .map(Asked::promql)
        .forEach(queries::add);
    dashboard.annotations().stream()
        .map(marks -> Asked.of(marks, choices, range, reader).promql())
        .forEach(queries::add);
    return queries;
  }

  private static void isPromql(String query) {
    assertThat(query).doesNotContain("$__").doesNotContain("${").doesNotContain("[[");
    assertThatCode(() -> Promql.parse(query, Syntax.PROMETHEUS))
        .as(query)
        .doesNotThrowAnyException();
  }

  static Stream<ClusterVersion> versions() {
    return Stream.of(ClusterVersion.V2_16, ClusterVersion.V2_17);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whateverCanBeChosenQueriesArePromql(ClusterVersion version) {
    Reader reader = new Reader(1600, "prometheus", "30s", Escaping.WITH_QUOTES);
    for (Pick pick : List.of(Pick.ONE, Pick.SEVERAL)) {
      for (String value : NASTY) {
        dashboards(version)
            .flatMap(it -> asked(it, Wishes.pick(pick), List.of(value, "b"), reader).stream())
            .forEach(AskedQueriesTest::isPromql);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Pick.class)
  void theUsualGrafanaAsksInPromqlForAllButDoubleQuotes(Pick pick) {
    List<String> queries =
        dashboards(ClusterVersion.V2_17)
            .flatMap(it -> asked(it, Wishes.pick(pick), HARMLESS, Reader.USUAL).stream())
            .toList();
    assertThat(queries).hasSizeGreaterThan(300).allSatisfy(AskedQueriesTest::isPromql);
  }

  @Test
  void theNodeDashboardAsksForTheNodeThatIsFirst() {
    Dashboard node = new NodeDashboard().define(Installation.NEWEST);
    Map<Boolean, List<String>> queries =
        asked(node, Wishes.NONE, List.of("gpu-2", "gpu-1"), Reader.USUAL).stream()
            .collect(Collectors.partitioningBy(query -> query.contains("node=\"gpu-1\"")));
    assertThat(queries.get(true)).hasSizeGreaterThan(10);
    assertThat(queries.get(false)).noneMatch(query -> query.contains("gpu-2"));
  }
}
