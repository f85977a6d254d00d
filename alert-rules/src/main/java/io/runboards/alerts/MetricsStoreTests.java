package io.runboards.alerts;

import static io.runboards.alerts.StoreSeries.ofStore;
import static io.runboards.alerts.StoreSeries.store;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.LIMIT;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;

/** What the alerts about the metrics store do with given series. */
final class MetricsStoreTests {
  private static final String PUSH = "api_v1_push";
  private static final String QUERY = "prometheus_api_v1_query_range";

  private static final LabelValue TEAM_A = with(TENANT, "team-a");
  private static final LabelValue MAX_SERIES = with(LIMIT, "max_series");
  private static final LabelValue POD = with(REPLICA, "ingester-0");
  private static final LabelValue FULL = with(REASON, "ingester_max_series");

  private MetricsStoreTests() {}

  static List<RuleTest> tests() {
    return Stream.of(requests(), parts()).flatMap(List::stream).toList();
  }

  private static List<RuleTest> requests() {
    return List.of(
        failing("15 of 1000 writes fail", PUSH, 15)
            .silent("10m", MetricsStore.WRITES_FAILING)
            .fires("11m", MetricsStore.WRITES_FAILING, 0.015, store())
            .silent("20m", MetricsStore.READS_FAILING),
        failing("8 of 1000 writes fail", PUSH, 8).silent("20m", MetricsStore.WRITES_FAILING),
        failing("15 of 1000 reads fail", QUERY, 15)
            .silent("10m", MetricsStore.READS_FAILING)
            .fires("11m", MetricsStore.READS_FAILING, 0.015, store())
            .silent("20m", MetricsStore.WRITES_FAILING),
        failing("8 of 1000 reads fail", QUERY, 8).silent("20m", MetricsStore.READS_FAILING),
        slow("a tenth of the writes takes 1 to 2.5 seconds", PUSH, "1", 90, "2.5")
            .silent("15m", MetricsStore.WRITES_SLOW)
            .fires("16m", MetricsStore.WRITES_SLOW, 2.35, store()),
        slow("two of 100 writes take 1 to 2.5 seconds", PUSH, "1", 98, "2.5")
            .silent("30m", MetricsStore.WRITES_SLOW),
        slow("a tenth of the reads takes 5 to 10 seconds", QUERY, "5", 90, "10")
            .silent("15m", MetricsStore.READS_SLOW)
            .fires("16m", MetricsStore.READS_SLOW, 9.5, store()),
        slow("a tenth of the reads takes 2.5 to 5 seconds", QUERY, "2.5", 90, "5")
            .silent("30m", MetricsStore.READS_SLOW));
  }

  private static RuleTest failing(String name, String route, int ofThousand) {
    return test(name)
        .given(
            answered(route, "200", 400 - ofThousand, "a"),
            answered(route, "200", 600, "b"),
            answered(route, "500", ofThousand, "a"));
  }

  private static Given answered(String route, String status, int each, String pod) {
    return ofStore(
        Mimir.REQUEST_DURATION_SECONDS.count(),
        "0+" + each + "x30",
        with(REPLICA, pod),
        with(ROUTE, route),
        with(STATUS_CODE, status));
  }

  /** Of each hundred requests so many are answered by a bound, and all by the next one. */
  private static RuleTest slow(String name, String route, String bound, int until, String next) {
    return test(name)
        .given(within(route, bound, until), within(route, next, 100), within(route, "+Inf", 100));
  }

  private static Given within(String route, String bound, int each) {
    return ofStore(
        Mimir.REQUEST_DURATION_SECONDS.bucket(),
        "0+" + each + "x30",
        with(ROUTE, route),
        with(LE, bound));
  }

  private static List<RuleTest> parts() {
    Metric run = Mimir.COMPACTOR_LAST_SUCCESSFUL_RUN_TIMESTAMP_SECONDS;
    Metric index = Mimir.BUCKET_INDEX_LAST_SUCCESSFUL_UPDATE_TIMESTAMP_SECONDS;
    return List.of(
        test("of two compactors the last one finished after a minute")
            .given(
                ofStore(run, "0x400", with(REPLICA, "compactor-0")),
                ofStore(run, "0 60x400", with(REPLICA, "compactor-1")))
            .silent("6h16m", MetricsStore.COMPACTOR_NOT_RUNNING)
            .fires("6h17m", MetricsStore.COMPACTOR_NOT_RUNNING, 22560, store()),
        test("a compactor finishes every five hours and forgets it when it restarts")
            .given(ofStore(run, "60x150 0x150 18000x300 36000x10", with(REPLICA, "compactor-0")))
            .silent("5h", MetricsStore.COMPACTOR_NOT_RUNNING)
            .silent("10h", MetricsStore.COMPACTOR_NOT_RUNNING),
        test("the list of a tenant's blocks was written after a minute, and never again")
            .given(ofTenant(index, "0 60x60"))
            .silent("41m", MetricsStore.BUCKET_INDEX_STALE)
            .fires("42m", MetricsStore.BUCKET_INDEX_STALE, 2460, store(TEAM_A)),
        test("the list of a tenant's blocks is written every half hour")
            .given(ofTenant(index, "60x30 1860x30 3660x5"))
            .silent("30m", MetricsStore.BUCKET_INDEX_STALE)
            .silent("1h", MetricsStore.BUCKET_INDEX_STALE),
        test("one ingester is unhealthy, as one of two pods sees it")
            .given(members("ingester", "1x20", "a"), members("ingester", "0x20", "b"))
            .silent("14m", MetricsStore.RING_MEMBERS_UNHEALTHY)
            .fires("15m", MetricsStore.RING_MEMBERS_UNHEALTHY, 1, store(with(NAME, "ingester"))),
        test("a member is back after ten minutes")
            .given(members("ingester", "1x10 0x20", "a"))
            .silent("30m", MetricsStore.RING_MEMBERS_UNHEALTHY),
        test("an ingester holds 90 of 100 series, and one without a limit many more")
            .given(
                ofPod(Mimir.INGESTER_MEMORY_SERIES, "90x20", "ingester-0"),
                limit("100x20", "ingester-0"),
                ofPod(Mimir.INGESTER_MEMORY_SERIES, "900x20", "ingester-1"),
                limit("0x20", "ingester-1"))
            .silent("14m", MetricsStore.INGESTER_NEAR_LIMIT)
            .fires("15m", MetricsStore.INGESTER_NEAR_LIMIT, 0.9, store(POD)),
        test("an ingester holds 75 of 100 series")
            .given(
                ofPod(Mimir.INGESTER_MEMORY_SERIES, "75x40", "ingester-0"),
                limit("100x40", "ingester-0"))
            .silent("40m", MetricsStore.INGESTER_NEAR_LIMIT),
        refusing("an ingester refuses requests", "0+30x20")
            .silent("5m", MetricsStore.INGESTER_REFUSING)
            .fires("6m", MetricsStore.INGESTER_REFUSING, 0.5, store(POD, FULL)),
        refusing("an ingester refused some requests once, long ago", "30x20")
            .silent("20m", MetricsStore.INGESTER_REFUSING));
  }

  private static RuleTest refusing(String name, String values) {
    return test(name)
        .given(ofStore(Mimir.INGESTER_INSTANCE_REJECTED_REQUESTS_TOTAL, values, POD, FULL));
  }

  private static Given ofTenant(Metric metric, String values) {
    return ofStore(metric, values, TEAM_A);
  }

  private static Given members(String ring, String values, String pod) {
    return ofStore(
        Mimir.RING_MEMBERS, values, with(REPLICA, pod), with(NAME, ring), with(STATE, "Unhealthy"));
  }

  private static Given ofPod(Metric metric, String values, String pod) {
    return ofStore(metric, values, with(REPLICA, pod));
  }

  private static Given limit(String values, String pod) {
    return ofStore(Mimir.INGESTER_INSTANCE_LIMITS, values, with(REPLICA, pod), MAX_SERIES);
  }
}
