package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.store.Monitoring;
import java.time.Duration;
import java.util.List;

/** What tenants of the store do wrong. */
public final class TenantIncidents {
  private static final double GROWING = 1200;

  static final Incident TENANT_OVER_LIMIT =
      new Incident(
          "tenant-over-limit",
          "A tenant sends more than it may",
          "Team A has connected another cluster without asking for more. The store takes what the"
              + " limits allow and refuses the rest.",
          Duration.ofMinutes(45),
          (platform, seconds) -> platform.monitoring().tenant("team-a").overrun(1.5));

  static final Incident TENANT_EXPLOSION =
      new Incident(
          "tenant-series-explosion",
          "A tenant's series fill the ingesters",
          "Team C has put the number of each request into a label, and its limit is high enough to"
              + " let that pass. In twenty minutes the ingesters are full and refuse the new series"
              + " of all tenants.",
          Duration.ofMinutes(75),
          (platform, seconds) -> {
            Monitoring monitoring = platform.monitoring();
            double grown = Math.min(1, 0.05 + seconds / GROWING);
            monitoring.tenant("team-c").growTo(monitoring.ingesterLimit() * grown);
          });

  static final Incident NOISY_TENANT =
      new Incident(
          "noisy-tenant",
          "One tenant sends more than all others",
          "Team C scrapes everything every three seconds. It may, but it slows down all others.",
          Duration.ofMinutes(50),
          (platform, seconds) -> platform.monitoring().tenant("team-c").flood(10));

  static final Incident TENANT_QUIET =
      new Incident(
          "tenant-quiet",
          "A tenant sends nothing",
          "The Prometheus of team C was taken down in a clean-up, and nobody has noticed.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.monitoring().tenant("team-c").fallSilent());

  static final Incident SAMPLES_TOO_OLD =
      new Incident(
          "samples-too-old",
          "A tenant sends samples of yesterday",
          "Team B tries to bring in old samples beside the new ones. The store takes none that are"
              + " older than its window.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().tenant("team-b").sendOld(0.2));

  static final Incident CLOCK_SKEW =
      new Incident(
          "clock-skew",
          "A clock runs ahead",
          "The clock of a node of team B is an hour ahead after it was replaced. The store refuses"
              + " samples from the future.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().tenant("team-b").runAhead(0.1));

  static final Incident TENANT_RULES_BROKEN =
      new Incident(
          "tenant-rules-broken",
          "A tenant's rules are wrong",
          "Team B has changed a label that its rules join on. Each evaluation of the group fails.",
          Duration.ofMinutes(30),
          (platform, seconds) ->
              platform.monitoring().health().breakRules("team-b", "runai-workloads"));

  public static final List<Incident> ALL =
      List.of(
          TENANT_OVER_LIMIT,
          TENANT_EXPLOSION,
          NOISY_TENANT,
          TENANT_QUIET,
          SAMPLES_TOO_OLD,
          CLOCK_SKEW,
          TENANT_RULES_BROKEN);

  private TenantIncidents() {}
}
