package io.runboards.alerts;

import static io.runboards.alerts.StoreSeries.ofStore;
import static io.runboards.alerts.StoreSeries.store;
import static io.runboards.catalog.Labels.LIMIT_NAME;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.REPLICA;
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

/** What the alerts about tenants do with given series. */
final class TenantsTests {
  private static final LabelValue MOST_SERIES = with(LIMIT_NAME, "max_global_series_per_user");
  private static final LabelValue MOST_SAMPLES = with(LIMIT_NAME, "ingestion_rate");
  private static final LabelValue OUT_OF_ORDER = with(REASON, "sample_out_of_order");

  private TenantsTests() {}

  static List<RuleTest> tests() {
    return Stream.of(limits(), discarded(), silent(), noisy()).flatMap(List::stream).toList();
  }

  private static List<RuleTest> limits() {
    return List.of(
        test("of the limits that hold for them, one tenant uses 90 % and another 80 % of its own")
            .given(threefold())
            .given(
                active("1350x40", "team-a", "ingester-0"),
                active("1350x40", "team-a", "ingester-1"),
                active("4800x40", "team-b", "ingester-0"),
                ofStore(Mimir.LIMITS_DEFAULTS, "1000x40", MOST_SERIES),
                ofStore(Mimir.LIMITS_OVERRIDES, "2000x40", with(TENANT, "team-b"), MOST_SERIES))
            .silent("14m", Tenants.NEAR_SERIES_LIMIT)
            .fires("15m", Tenants.NEAR_SERIES_LIMIT, 0.9, tenant("team-a"))
            .fires("40m", Tenants.NEAR_SERIES_LIMIT, 0.9, tenant("team-a")),
        test("without a limit no tenant is near it")
            .given(threefold())
            .given(
                active("1350x20", "team-a", "ingester-0"),
                ofStore(Mimir.LIMITS_DEFAULTS, "0x20", MOST_SERIES))
            .silent("20m", Tenants.NEAR_SERIES_LIMIT),
        test("of 100 samples a second, one tenant sends 90 and another 80")
            .given(
                received("0+5400x40", "team-a"),
                received("0+4800x40", "team-b"),
                active("1x40", "team-a", "ingester-0"),
                active("1x40", "team-b", "ingester-0"),
                ofStore(Mimir.LIMITS_DEFAULTS, "100x40", MOST_SAMPLES))
            .silent("19m", Tenants.NEAR_RATE_LIMIT)
            .fires("20m", Tenants.NEAR_RATE_LIMIT, 0.9, tenant("team-a")));
  }

  private static List<RuleTest> discarded() {
    return List.of(
        test("15 of 1000 samples are out of order")
            .given(
                ofTenant(Mimir.DISTRIBUTOR_SAMPLES_IN_TOTAL, "0+1000x20", "team-a"),
                ofTenant(Mimir.DISCARDED_SAMPLES_TOTAL, "0+15x20", "team-a", OUT_OF_ORDER))
            .silent("15m", Tenants.SAMPLES_DISCARDED)
            .fires(
                "16m",
                Tenants.SAMPLES_DISCARDED,
                0.015,
                store(with(TENANT, "team-a"), OUT_OF_ORDER)),
        test("8 of 1000 samples are out of order")
            .given(
                ofTenant(Mimir.DISTRIBUTOR_SAMPLES_IN_TOTAL, "0+1000x40", "team-a"),
                ofTenant(Mimir.DISCARDED_SAMPLES_TOTAL, "0+8x40", "team-a", OUT_OF_ORDER))
            .silent("40m", Tenants.SAMPLES_DISCARDED));
  }

  private static List<RuleTest> silent() {
    Metric newest = Mimir.DISTRIBUTOR_LATEST_SEEN_SAMPLE_TIMESTAMP_SECONDS;
    return List.of(
        test("a tenant goes silent after ten minutes, and the store forgets it")
            .given(
                ofTenant(newest, "0+60x10 600x16 stale", "team-a"),
                ofTenant(newest, "0+60x60", "team-b"))
            .silent("30m", Tenants.SILENT)
            .fires("31m", Tenants.SILENT, 1260, tenant("team-a"))
            .fires("1h", Tenants.SILENT, 3000, tenant("team-a")),
        test("a tenant sends once in fourteen minutes")
            .given(ofTenant(newest, "1x13 840x13 1680x14", "team-a"))
            .silent("13m", Tenants.SILENT)
            .silent("27m", Tenants.SILENT)
            .silent("40m", Tenants.SILENT));
  }

  private static List<RuleTest> noisy() {
    return List.of(
        test("one of four tenants sends 60 %")
            .given(
                received("0+600x40", "team-a"),
                received("0+200x40", "team-b"),
                received("0+100x40", "team-c"),
                received("0+100x40", "team-d"))
            .silent("30m", Tenants.NOISY)
            .fires("31m", Tenants.NOISY, 0.6, tenant("team-a")),
        test("one of four tenants sends 45 %")
            .given(
                received("0+450x40", "team-a"),
                received("0+200x40", "team-b"),
                received("0+200x40", "team-c"),
                received("0+150x40", "team-d"))
            .silent("40m", Tenants.NOISY),
        test("one of three tenants that send has most; a fourth has stopped")
            .given(
                received("0+600x40", "team-a"),
                received("0+300x40", "team-b"),
                received("0+100x40", "team-c"),
                received("100x40", "team-d"))
            .silent("40m", Tenants.NOISY));
  }

  /** Each series lies on three ingesters. */
  private static Given threefold() {
    return ofStore(Mimir.DISTRIBUTOR_REPLICATION_FACTOR, "3x40");
  }

  private static Given active(String values, String tenant, String pod) {
    return ofTenant(Mimir.INGESTER_ACTIVE_SERIES, values, tenant, with(REPLICA, pod));
  }

  private static Given received(String values, String tenant) {
    return ofTenant(Mimir.DISTRIBUTOR_RECEIVED_SAMPLES_TOTAL, values, tenant);
  }

  private static Given ofTenant(Metric metric, String values, String tenant, LabelValue... more) {
    LabelValue[] all =
        Stream.concat(Stream.of(with(TENANT, tenant)), Stream.of(more)).toArray(LabelValue[]::new);
    return ofStore(metric, values, all);
  }

  private static LabelValue[] tenant(String name) {
    return store(with(TENANT, name));
  }
}
