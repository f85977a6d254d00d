package io.runboards.alerts;

import static io.runboards.alerts.StoreSeries.ofStore;
import static io.runboards.alerts.StoreSeries.store;
import static io.runboards.catalog.Labels.LIMIT;
import static io.runboards.catalog.Labels.NAME;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REPLICA;
import static io.runboards.catalog.Labels.STATE;
import static io.runboards.catalog.Labels.TENANT;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Mimir;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;

/** What the alerts about the parts of a metrics store do with given series. */
final class StorePartsTests {
  private static final LabelValue TEAM_A = with(TENANT, "team-a");
  private static final LabelValue MAX_SERIES = with(LIMIT, "max_series");
  private static final LabelValue POD = with(REPLICA, "ingester-0");
  private static final LabelValue FULL = with(REASON, "ingester_max_series");

  private StorePartsTests() {}

  static List<RuleTest> tests() {
    Metric run = Mimir.COMPACTOR_LAST_SUCCESSFUL_RUN_TIMESTAMP_SECONDS;
    Metric index = Mimir.BUCKET_INDEX_LAST_SUCCESSFUL_UPDATE_TIMESTAMP_SECONDS;
    return List.of(
        test("of two compactors the last one finished after a minute")
            .given(
                ofStore(run, "0x400", with(REPLICA, "compactor-0")),
                ofStore(run, "0 60x400", with(REPLICA, "compactor-1")))
            .silent("6h16m", StoreParts.COMPACTOR_NOT_RUNNING)
            .fires("6h17m", StoreParts.COMPACTOR_NOT_RUNNING, 22560, store()),
        test("a compactor finishes every five hours and forgets it when it restarts")
            .given(ofStore(run, "60x150 0x150 18000x300 36000x10", with(REPLICA, "compactor-0")))
            .silent("5h", StoreParts.COMPACTOR_NOT_RUNNING)
            .silent("10h", StoreParts.COMPACTOR_NOT_RUNNING),
        test("the list of a tenant's blocks was written after a minute, and never again")
            .given(ofTenant(index, "0 60x60"))
            .silent("41m", StoreParts.BUCKET_INDEX_STALE)
            .fires("42m", StoreParts.BUCKET_INDEX_STALE, 2460, store(TEAM_A)),
        test("the list of a tenant's blocks is written every half hour")
            .given(ofTenant(index, "60x30 1860x30 3660x5"))
            .silent("30m", StoreParts.BUCKET_INDEX_STALE)
            .silent("1h", StoreParts.BUCKET_INDEX_STALE),
        test("one ingester is unhealthy, as one of two pods sees it")
            .given(members("ingester", "1x20", "a"), members("ingester", "0x20", "b"))
            .silent("14m", StoreParts.RING_MEMBERS_UNHEALTHY)
            .fires("15m", StoreParts.RING_MEMBERS_UNHEALTHY, 1, store(with(NAME, "ingester"))),
        test("a member is back after ten minutes")
            .given(members("ingester", "1x10 0x20", "a"))
            .silent("30m", StoreParts.RING_MEMBERS_UNHEALTHY),
        test("an ingester holds 90 of 100 series, and one without a limit many more")
            .given(
                ofPod(Mimir.INGESTER_MEMORY_SERIES, "90x20", "ingester-0"),
                limit("100x20", "ingester-0"),
                ofPod(Mimir.INGESTER_MEMORY_SERIES, "900x20", "ingester-1"),
                limit("0x20", "ingester-1"))
            .silent("14m", StoreParts.INGESTER_NEAR_LIMIT)
            .fires("15m", StoreParts.INGESTER_NEAR_LIMIT, 0.9, store(POD)),
        test("an ingester holds 75 of 100 series")
            .given(
                ofPod(Mimir.INGESTER_MEMORY_SERIES, "75x40", "ingester-0"),
                limit("100x40", "ingester-0"))
            .silent("40m", StoreParts.INGESTER_NEAR_LIMIT),
        refusing("an ingester refuses requests", "0+30x20")
            .silent("5m", StoreParts.INGESTER_REFUSING)
            .fires("6m", StoreParts.INGESTER_REFUSING, 0.5, store(POD, FULL)),
        refusing("an ingester refused some requests once, long ago", "30x20")
            .silent("20m", StoreParts.INGESTER_REFUSING));
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
