package io.runboards.verify.alert;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.query.Queries.promql;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.verify.store.LoadedStore.at;
import static io.runboards.verify.store.LoadedStore.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.Urgency;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.store.LoadedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded afterwards is what a Prometheus would have recorded at the time. */
class RecorderTest {
  @TempDir private Path folder;

  private static Recording records(String name, String query) {
    return recording(Metric.gauge(name, Unit.UNKNOWN, NODE), promql(query));
  }

  private static List<Recorder.Outcome> run(
      LoadedStore store, int lastMinute, RuleGroup... groups) {
    return new Recorder(store.store(), minutes(0, lastMinute)).run(List.of(groups));
  }

  private static List<Flaw> flaws(List<Recorder.Outcome> outcomes) {
    return outcomes.stream().flatMap(outcome -> outcome.flaws().stream()).toList();
  }

  private static List<Curve> curves(LoadedStore store, String query, int minute) {
    return ((Result.Curves) store.store().query(query, at(minute))).curves();
  }

  private static double value(LoadedStore store, String query, int minute) {
    List<Curve> curves = curves(store, query, minute);
    assertThat(curves).as("%s after %s minutes", query, minute).hasSize(1);
    return curves.getFirst().values()[0];
  }

  /** Series with pauses, so that what is recorded of them has pauses, too. */
  private static String randomValues(Random random) {
    StringBuilder values = new StringBuilder();
    boolean there = true;
    for (int i = 0; i < 60; i++) {
      there = random.nextInt(12) == 0 ? !there : there;
      values.append(there ? random.nextInt(20) + " " : "_ ");
    }
    return values.toString().strip();
  }

  @Test
  void promtoolAgreesOnChainsOfRulesOverSeriesWithPauses() throws Exception {
    List<RuleGroup> groups =
        List.of(
            group(
                "first",
                records("node:x:sum", "sum by (node) (x)"),
                records("node:x_high:sum", "node:x:sum > 15"),
                records("node:x_changes:5m", "changes(node:x_high:sum[5m])"),
                records("node:x:labelled", "x > 5").with(NODE, "all")),
            group(
                "second",
                records("cluster:x_high:count", "count(node:x_high:sum)"),
                records("node:x:share", "node:x:sum / on () group_left () sum(node:x:sum)"),
                records("node:x:quiet", "node:x:sum unless node:x_high:sum"),
                records("cluster:x:none", "absent(node:x_high:sum)"),
                records("cluster:x:smooth", "avg_over_time(cluster:x_high:count[10m:2m])")));
    Random random = new Random(3);
    List<String> series =
        List.of("x{gpu=\"0\", node=\"a\"}", "x{gpu=\"1\", node=\"a\"}", "x{gpu=\"0\", node=\"b\"}");
    List<String> values = new ArrayList<>();
    try (LoadedStore store = LoadedStore.below(folder)) {
      for (String one : series) {
        values.add(randomValues(random));
        store.with(one, values.getLast());
      }
      List<Recorder.Outcome> outcomes = run(store, 59, groups.toArray(RuleGroup[]::new));
      assertThat(flaws(outcomes)).extracting(Flaw::id).containsOnly("same-series");
      assertThat(outcomes.get(3).flaws()).isNotEmpty();
      String tests =
          outcomes.stream()
              .filter(outcome -> outcome.flaws().isEmpty())
              .flatMap(outcome ->
                  IntStream.range(0, 60)
                      .mapToObj(minute -> test(store, outcome.rule().name(), minute)))
              .collect(Collectors.joining());
      assertThat(tests).contains("'node:x:quiet{node=\"b\"}'");
      Files.writeString(folder.resolve("rules.yml"), rules(groups));
      Files.writeString(
          folder.resolve("tests.yml"),
          """
          rule_files: [rules.yml]
          evaluation_interval: 1m
          group_eval_order: [first, second]
          tests:
            - interval: 1m
              input_series:
          """
              + IntStream.range(0, series.size())
                  .mapToObj(i ->
                      "      - {series: '%s', values: '%s'}\n"
                          .formatted(series.get(i), values.get(i)))
                  .collect(Collectors.joining())
              + "    promql_expr_test:\n"
              + tests);
    }
    Path promtool = External.server("promtool");
    assertThat(External.run(folder, promtool, "", "test", "rules", "tests.yml"))
        .contains("SUCCESS");
  }

  /** Promtool stops at a rule that fails, so that those are left out. */
  private static String rules(List<RuleGroup> groups) {
    StringBuilder yaml = new StringBuilder("groups:\n");
    for (RuleGroup group : groups) {
      yaml.append("  - name: %s\n    rules:\n".formatted(group.name()));
      group
          .recordings()
          .filter(rule -> rule.labels().isEmpty())
          .forEach(rule ->
              yaml.append(
                  "      - {record: '%s', expr: '%s'}\n"
                      .formatted(rule.name(), rule.series().expr())));
    }
    return yaml.toString();
  }

  /** What the store has at a minute, as a test of promtool. */
  private static String test(LoadedStore store, String name, int minute) {
    String samples =
        curves(store, name, minute).stream()
            .map(curve -> "{labels: '%s', value: %s}".formatted(curve.labels(), curve.values()[0]))
            .collect(Collectors.joining(", "));
    return "      - {expr: '%s', eval_time: %sm, exp_samples: [%s]}\n"
        .formatted(name, minute, samples);
  }

  @Test
  void groupsThatRunSeldomAreReadBetweenTheirRuns() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "0+1x30");
      List<Recorder.Outcome> outcomes =
          run(
              store,
              30,
              group("fast", records("node:x:sum", "sum by (node) (x)")),
              group("slow", records("node:x:slow", "node:x:sum * 10")).every("3m"),
              group("faster", records("node:x:fast", "node:x:slow + 1")).every("30s"));
      assertThat(flaws(outcomes)).isEmpty();
      assertThat(value(store, "node:x:slow", 7)).isEqualTo(60);
      assertThat(value(store, "node:x:fast", 7)).isEqualTo(61);
      assertThat(value(store, "count_over_time(node:x:slow[9m])", 9)).isEqualTo(3);
      assertThat(value(store, "count_over_time(node:x:fast[9m])", 9)).isEqualTo(18);
      assertThat(outcomes.get(2).measured().points()).isEqualTo(61);
    }
  }

  @Test
  void whatIsNoLongerRecordedIsGoneAtOnce() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "9x4 0x4 9x4");
      run(store, 14, group("g", records("node:x:high", "x > 5")));
      assertThat(curves(store, "node:x:high", 4)).hasSize(1);
      assertThat(curves(store, "node:x:high", 5)).isEmpty();
      assertThat(curves(store, "node:x:high", 9)).isEmpty();
      assertThat(curves(store, "node:x:high", 10)).hasSize(1);
      assertThat(curves(store, "node:x:high", 16)).as("nobody knows more").hasSize(1);
    }
  }

  @Test
  void duplicatesAreToldAndNotRecorded() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "1x9").with("y{node=\"a\"}", "_x4 2x4");
      List<Recorder.Outcome> outcomes =
          run(store, 9, group("g", records("node:xy:any", "{__name__=~\"x|y\"}")));
      assertThat(flaws(outcomes))
          .containsExactly(Flaw.error("same-series", "it results in {node=\"a\"} more than once"));
      assertThat(curves(store, "node:xy:any", 9)).isEmpty();
    }
  }

  @Test
  void seriesThatFollowEachOtherAreOne() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "1x4 0x4").with("y{node=\"a\"}", "0x4 2x4");
      List<Recorder.Outcome> outcomes =
          run(store, 9, group("g", records("node:xy:any", "{__name__=~\"x|y\"} > 0")));
      assertThat(flaws(outcomes)).isEmpty();
      assertThat(value(store, "sum_over_time(node:xy:any[10m])", 9)).isEqualTo(15);
    }
  }

  @Test
  void aRuleThatRecordsNothingIsToldAndOneThatIsRefused() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "1x9").with("x{node=\"b\"}", "1x9");
      List<Recorder.Outcome> outcomes =
          run(
              store,
              9,
              group("g", records("node:x:high", "x > 5"), records("node:x:both", "x + on () x")));
      assertThat(outcomes.getFirst().flaws())
          .containsExactly(Flaw.error("empty", "it records nothing"));
      assertThat(outcomes.getLast().flaws()).extracting(Flaw::id).containsExactly("refused");
      assertThat(outcomes.getLast().flaws().getFirst().message())
          .contains("found duplicate series");
    }
  }

  @Test
  void aGroupMayLimitItsSeries() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store
          .with("x{node=\"a\"}", "1x4 _x4")
          .with("x{node=\"b\"}", "1x4 _x4")
          .with("x{node=\"c\"}", "_x9 1x4");
      Recording rule = records("node:x:sum", "sum by (node) (x)");
      assertThat(flaws(run(store, 14, group("g", rule).atMost(1))))
          .containsExactly(
              Flaw.error("over-limit", "it results in 2 series, and its group allows 1"));
      assertThat(flaws(run(store, 14, group("g", rule).atMost(2)))).isEmpty();
    }
  }

  @Test
  void labelsOfTheRuleReplaceThoseOfTheResult() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "1x9");
      run(store, 9, group("g", records("node:x:all", "sum by (node) (x)").with(NODE, "all")));
      assertThat(curves(store, "node:x:all", 9))
          .extracting(curve -> curve.labels().toString())
          .containsExactly("node:x:all{node=\"all\"}");
    }
  }

  @Test
  void anAlertOfAGroupThatLooksBackFiresSoMuchLater() throws Exception {
    try (LoadedStore store = LoadedStore.below(folder)) {
      store.with("x{node=\"a\"}", "0x4 9x4 0x4");
      Alert alert = Alert.alert("High", Urgency.INFO, promql("x > 5")).holding("2m").team("t");
      Watch watch = new Watch(store.store(), minutes(0, 14));
      Episode now = watch.run(alert, group("g", alert)).fired().getFirst();
      assertThat(now.active()).isEqualTo(at(5));
      assertThat(now.fires()).contains(at(7));
      assertThat(now.ends()).contains(at(10));
      assertThat(now.labels().toString().toLowerCase(Locale.ROOT))
          .isEqualTo("{node=\"a\", severity=\"info\", team=\"t\"}");
      Episode later = watch.run(alert, group("g", alert).delayed("3m")).fired().getFirst();
      assertThat(later.active()).isEqualTo(at(8));
      assertThat(later.fires()).contains(at(10));
      assertThat(later.ends()).contains(at(13));
    }
  }
}
