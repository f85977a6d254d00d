package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** What goes wrong in the store. */
public final class StoreIncidents {
  static final Incident STORE_SLOW =
      new Incident(
              "store-slow",
              "The store answers slowly",
              "The disks of the store are slow after a failure. Nothing fails, but writes take seconds"
                  + " and dashboards hardly load.",
              Duration.ofHours(2),
              (platform, seconds) -> platform.monitoring().health().slowDown(90, 45))
          .lingering(Duration.ofHours(4));

  static final Incident STORE_READS_FAIL =
      new Incident(
              "store-reads-fail",
              "Queries fail",
              "The store gateways have lost the object storage: what needs older blocks fails, and so"
                  + " do rules that look back.",
              Duration.ofMinutes(90),
              (platform, seconds) -> {
                platform.monitoring().health().failReads(0.3);
                platform.monitoring().health().failRules(0.3);
              })
          .lingering(Duration.ofHours(4));

  static final Incident INGESTER_UNHEALTHY =
      new Incident(
          "ingester-unhealthy",
          "An ingester is gone",
          "One ingester does not come back after its node was replaced. The other copies are"
              + " enough, but another loss would be one too many.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().health().loseIngesters(1));

  static final Incident INGESTERS_DOWN =
      new Incident(
          "ingesters-down",
          "Two ingesters are gone",
          "Two of three ingesters run out of memory again and again. Most writes find too few"
              + " copies and fail; senders try again and fall behind.",
          Duration.ofMinutes(60),
          (platform, seconds) -> {
            platform.monitoring().health().loseIngesters(2);
            platform.monitoring().health().failWrites(0.7);
          });

  static final Incident COMPACTOR_STUCK =
      new Incident(
          "compactor-stuck",
          "The compactor does not finish",
          "The compactor may no longer write to the object storage. Blocks pile up, and the lists"
              + " of blocks grow old.",
          Duration.ofMinutes(7 * 60 + 15),
          (platform, seconds) -> platform.monitoring().health().stallCompactor());

  static final Incident RULER_FAILING =
      new Incident(
          "ruler-failing",
          "Rules in the store fail",
          "The rulers cannot reach the queriers. Recorded series have gaps, and alerts of all"
              + " tenants may not fire.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().health().failRules(1));

  static final Incident RULER_SLOW =
      new Incident(
          "ruler-slow",
          "Rule groups in the store take too long",
          "The rulers got less memory in a rollout and are throttled. Groups take longer than their"
              + " interval, and miss evaluations.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().health().keepRulesBusy(1.1));

  static final Incident FEDERATION_STOPPED =
      new Incident(
          "federation-stopped",
          "The sums over tenants stop",
          "The groups that read several tenants were deleted with the rules of a tenant that left.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().health().stopFederation());

  public static final List<Incident> ALL =
      List.of(
          STORE_SLOW,
          STORE_READS_FAIL,
          INGESTER_UNHEALTHY,
          INGESTERS_DOWN,
          COMPACTOR_STUCK,
          RULER_FAILING,
          RULER_SLOW,
          FEDERATION_STOPPED);

  private StoreIncidents() {}
}
