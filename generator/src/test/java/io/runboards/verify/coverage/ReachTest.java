package io.runboards.verify.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.promql.Promql;
import io.runboards.query.Queries;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a query can have a result where some metrics are missing. */
class ReachTest {
  private static final Metric THERE = Metric.gauge("there", Unit.COUNT, Labels.NODE);
  private static final Metric GONE = Metric.gauge("gone", Unit.COUNT, Labels.NODE);
  private static final Recording FROM_THERE = recording("a:there:sum", THERE);
  private static final Recording FROM_GONE = recording("a:gone:sum", GONE);

  private static Recording recording(String name, Metric read) {
    return Recording.recording(
        Metric.gauge(name, Unit.COUNT, Labels.NODE),
        Queries.sum(Queries.metric(read)).by(Labels.NODE));
  }

  private static final Reach REACH =
      new Reach(
          new Inventory(Set.of("there", "else")),
          new RuleBook(
              List.of(
                  RuleFile.ruleFile("f", "F", "t")
                      .groups(RuleGroup.group("g", FROM_THERE, FROM_GONE)))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(rate(there[5m])) > 3|",
        "gone > 3|gone",
        "sum by (node) (rate(gone[5m]))|gone",
        "gone or there|",
        "gone or lost|gone lost",
        "gone and there|gone",
        "there / on (node) gone|gone",
        "there unless gone|",
        "gone unless there|gone",
        "absent(gone)|",
        "absent_over_time(gone[5m])|",
        "vector(1)|",
        "time() - gone|gone",
        "max_over_time(sum(gone)[1h:1m])|gone",
        "{job='node'}|",
        "a:there:sum > 1|",
        "a:gone:sum > 1|gone",
        "a:gone:sum + a:gone:sum|gone",
      })
  void aQueryLacksTheMetricsWithoutWhichItHasNoResult(String query, String missing)
      throws Exception {
    assertThat(REACH.missing(Promql.parse(query)))
        .containsExactlyInAnyOrderElementsOf(
            missing == null ? List.of() : List.of(missing.split(" ")));
  }

  @Test
  void namesOfAnotherVersionAreRecognised() {
    Inventory old = new Inventory(Set.of("runai_job_requested_gpus", "runai_job_total_runtime"));
    assertThat(old.looksLike(ClusterVersion.V2_17)).contains(ClusterVersion.V2_16);
    assertThat(old.looksLike(ClusterVersion.V2_16)).isEmpty();
    Inventory young = new Inventory(Set.of("runai_requested_gpus_per_workload"));
    assertThat(young.looksLike(ClusterVersion.V2_16)).contains(ClusterVersion.V2_17);
    assertThat(young.looksLike(ClusterVersion.V2_17)).isEmpty();
    assertThat(new Inventory(Set.of("up")).looksLike(ClusterVersion.V2_17)).isEmpty();
  }
}
