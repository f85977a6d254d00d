package io.runboards.alerts;

import static io.runboards.alerts.StoreSeries.ofStore;
import static io.runboards.alerts.StoreSeries.store;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.ROUTE;
import static io.runboards.catalog.Labels.STATUS_CODE;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Mimir;
import io.runboards.rules.Given;
import io.runboards.rules.RuleTest;
import java.util.List;

/** What the alerts about the metrics store do with given series. */
final class MetricsStoreTests {
  private static final String PUSH = "api_v1_push";
  private static final String QUERY = "prometheus_api_v1_query_range";

  private MetricsStoreTests() {}

  static List<RuleTest> tests() {
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
}
