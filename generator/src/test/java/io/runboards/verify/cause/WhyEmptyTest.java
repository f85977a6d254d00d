package io.runboards.verify.cause;

import static io.runboards.verify.store.LoadedStore.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.verify.cause.Cause.Kind;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.store.LoadedStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a query that shows nothing, the part that is to blame is found, and what it lacks. */
class WhyEmptyTest {
  @TempDir private static Path folder;
  private static LoadedStore loaded;

  @BeforeAll
  static void load() throws Exception {
    loaded =
        LoadedStore.below(folder)
            .with("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\", node=\"a\"}", "60+1x20")
            .with("DCGM_FI_DEV_GPU_TEMP{gpu=\"1\", node=\"b\"}", "50x20")
            .with("DCGM_FI_DEV_POWER_USAGE{gpu=\"0\", node=\"c\"}", "300x20")
            .with("DCGM_FI_DEV_POWER_USAGE{gpu=\"1\", node=\"b\"}", "200x20")
            .with("lonely{node=\"z\"}", "7x20")
            .with("runai_job_requested_gpus{job=\"j\"}", "1x20");
    for (String node : "c d e f g h".split(" ")) {
      loaded.with(
          "many{node=\"" + node + "\", zone=\"" + (node.equals("c") ? 1 : 2) + "\"}", "1x20");
    }
  }

  @AfterAll
  static void close() {
    loaded.close();
  }

  /** What is said about a query after ten to twenty minutes. */
  private static Cause cause(String promql) throws Exception {
    Expr query = Promql.parse(promql);
    Duration step = Duration.ofMinutes(1);
    Result result = loaded.store().range(promql, minutes(10, 20), step);
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Curves.class, it -> assertThat(it.curves()).as(promql).isEmpty());
    MissingSeries missing =
        new MissingSeries(loaded.store().api(), Catalog.standard(), ClusterVersion.V2_17);
    return new WhyEmpty(loaded.store(), missing, minutes(10, 20), step).of(query);
  }

  private static void says(String promql, Kind kind, String words) throws Exception {
    assertThat(cause(promql)).isEqualTo(new Cause(kind, words));
  }

  @Test
  void aMetricThatNobodyKnowsIsPerhapsMisspelt() throws Exception {
    says(
        "sum by (node) (rate(DCGM_FI_DEV_GPU_TMP[5m]))",
        Kind.METRIC,
        "neither the store nor the catalog has a metric DCGM_FI_DEV_GPU_TMP; did you mean"
            + " DCGM_FI_DEV_GPU_TEMP or DCGM_FI_DEV_GPU_UTIL?");
    says(
        "nothing_like_it_at_all",
        Kind.METRIC,
        "neither the store nor the catalog has a metric nothing_like_it_at_all");
  }

  @Test
  void aKnownMetricMayNotBeThere() throws Exception {
    says("DCGM_FI_DEV_FB_USED", Kind.METRIC, "the store has no metric DCGM_FI_DEV_FB_USED");
  }

  @Test
  void aMetricMayNeedSomething() throws Exception {
    says(
        "DCGM_FI_PROF_SM_OCCUPANCY > 1",
        Kind.METRIC,
        "the store has no metric DCGM_FI_PROF_SM_OCCUPANCY, which needs a line in dcgm-exporter's"
            + " counter list and a data-centre GPU (Volta or newer)");
  }

  @Test
  void aMetricMayBeOfAnotherVersion() throws Exception {
    says(
        "runai_job_total_runtime",
        Kind.VERSION,
        "version 2.17 has no metric runai_job_total_runtime; it has"
            + " runai_run_time_seconds_per_workload instead");
    says(
        "max(runai_requested_gpus_per_workload)",
        Kind.VERSION,
        "the store has no metric runai_requested_gpus_per_workload, but"
            + " runai_job_requested_gpus: it is of clusters before version 2.17");
  }

  @Test
  void aLabelMayBeMissing() throws Exception {
    says("count(lonely{zone=\"1\"})", Kind.LABEL, "no series of lonely has the label 'zone'");
    says("{nobody=\"1\"}", Kind.LABEL, "no series of any metric has the label 'nobody'");
  }

  @Test
  void aValueMayBeMissing() throws Exception {
    says(
        "lonely{node=~\"x|y\"}", Kind.VALUE, "no series of lonely fits node=~\"x|y\"; 'node' is z");
    says(
        "many{node=\"q\"} * 2",
        Kind.VALUE,
        "no series of many fits node=\"q\"; 'node' is c, d, e, f, g and 1 more");
    says(
        "{__name__=~\"man.+|lone.+\", node=\"q\"}",
        Kind.VALUE,
        "no series of any metric fits node=\"q\"; 'node' is a, b, c, d, e and 4 more");
  }

  @Test
  void conditionsMayHoldOneByOneButNotTogether() throws Exception {
    says(
        "many{node=\"c\", zone=\"2\"}",
        Kind.TOGETHER,
        "no series of many{node=\"c\"} fits zone=\"2\"; 'zone' is 1");
  }

  @Test
  void anOffsetMayLeadToATimeBeforeAll() throws Exception {
    says("lonely offset 1w", Kind.TIME, "lonely has samples, but none 1w earlier");
    says("sum(rate(lonely[5m] offset 1d))", Kind.TIME, "lonely has samples, but none 1d earlier");
    says(
        "lonely @ 1000",
        Kind.TIME,
        "lonely has samples, but none at the time that the query names");
    says(
        "lonely{node=\"a\"} offset 5m",
        Kind.VALUE,
        "no series of lonely fits node=\"a\"; 'node' is z");
  }

  @Test
  void aWindowMayBeTooShort() throws Exception {
    says(
        "sum(rate(lonely[1m]))",
        Kind.SAMPLES,
        "'rate' needs two samples, and lonely[1m] never holds more than one");
    says(
        "sum(rate(lonely{node=\"a\"}[1m]))",
        Kind.VALUE,
        "no series of lonely fits node=\"a\"; 'node' is z");
    says(
        "deriv((lonely * 2)[1m:1m])",
        Kind.SAMPLES,
        "'deriv' needs two samples, and (lonely * 2)[1m:1m] never holds more than one");
  }

  @Test
  void aSubqueryIsLookedIntoOverItsWholeWindow() throws Exception {
    says(
        "max_over_time((DCGM_FI_DEV_GPU_TEMP > 90)[15m:1m])",
        Kind.COMPARISON,
        "no value is > 90: they are between 50 and 80");
  }

  @Test
  void aHistogramNeedsBuckets() throws Exception {
    says(
        "histogram_quantile(0.9, sum by (node) (lonely))",
        Kind.BUCKETS,
        "'histogram_quantile' needs the buckets of a histogram, and gets series such as"
            + " {node=\"z\"}");
  }

  @Test
  void noSeriesMayHavePartners() throws Exception {
    says(
        "DCGM_FI_DEV_GPU_TEMP * on (node) group_left () lonely",
        Kind.PAIR,
        "no series has a partner across '*': on the left there is {node=\"a\"}, on the right"
            + " {node=\"z\"}");
    says(
        "DCGM_FI_DEV_GPU_TEMP and ignoring (gpu) lonely",
        Kind.PAIR,
        "no series has a partner across 'and': on the left there is {node=\"a\"}, on the right"
            + " {node=\"z\"}");
    says(
        "lonely > many",
        Kind.PAIR,
        "no series has a partner across '>': on the left there is {node=\"z\"}, on the right"
            + " {node=\"c\", zone=\"1\"}");
  }

  @Test
  void aComparisonMayHoldForNothing() throws Exception {
    says(
        "sum(DCGM_FI_DEV_GPU_TEMP > 85) by (node)",
        Kind.COMPARISON,
        "no value is > 85: they are between 50 and 80");
    says("2 > lonely", Kind.COMPARISON, "2 is > no value: all are 7");
    says(
        "DCGM_FI_DEV_GPU_TEMP > on (gpu) DCGM_FI_DEV_POWER_USAGE",
        Kind.COMPARISON,
        "'>' holds for no pair of series: on the left they are between 50 and 80, on the right"
            + " they are between 200 and 300");
    says(
        "lonely > scalar(DCGM_FI_DEV_GPU_TEMP)",
        Kind.OTHER,
        "'scalar' needs exactly one series, and DCGM_FI_DEV_GPU_TEMP has 2");
    says(
        "lonely > 2 * scalar(lonely{node=\"y\"})",
        Kind.VALUE,
        "no series of lonely fits node=\"y\"; 'node' is z");
  }

  @Test
  void whatShowsWhileSomethingIsMissingMissesNothing() throws Exception {
    says(
        "absent(lonely)",
        Kind.PRESENT,
        "'absent' shows nothing while there are series such as lonely{node=\"z\"}");
    says(
        "absent_over_time(lonely[5m])",
        Kind.PRESENT,
        "'absent_over_time' shows nothing while there are series such as lonely{node=\"z\"}");
    says(
        "lonely unless on () DCGM_FI_DEV_GPU_TEMP",
        Kind.PRESENT,
        "'unless' takes everything away: each series on its left has a partner on its right, such"
            + " as DCGM_FI_DEV_GPU_TEMP{gpu=\"0\", node=\"a\"}");
  }

  @Test
  void whereNeitherSideIsThereBothAreExplained() throws Exception {
    says(
        "lonely{node=\"a\"} or absent(lonely)",
        Kind.OTHER,
        "neither side of 'or' shows anything: no series of lonely fits node=\"a\"; 'node' is z;"
            + " 'absent' shows nothing while there are series such as lonely{node=\"z\"}");
  }
}
