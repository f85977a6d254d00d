package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.TENANT_ID;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Installation;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Given;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/**
 * How much each tenant uses, for those who look over several of them.
 *
 * <p>The rules read the tenants' recorded series, not the raw ones, which would be many. What they
 * write belongs to the federation's owner, who is no source: a federated rule must not read what
 * another one wrote.
 */
public final class Federation implements RuleSource {
  /** How the names of groups begin that read several tenants. */
  static final String GROUP_PREFIX = "federated-";

  public static final Recording GPU_ALLOCATED =
      recording(
          Metric.gauge("tenant:runai_gpu_allocated:sum", Unit.GPUS, TENANT_ID)
              .help("GPUs that a tenant's workloads have"),
          sum(Usage.GPU_ALLOCATED.read()).by(TENANT_ID));

  public static final Recording GPU_CAPACITY =
      recording(
          Metric.gauge("tenant:runai_gpu_capacity:sum", Unit.GPUS, TENANT_ID)
              .help("GPUs of a tenant's clusters"),
          sum(Usage.GPU_CAPACITY.read()).by(TENANT_ID));

  public static final Recording GPU_HOURS =
      recording(
          Metric.gauge("tenant:runai_gpu_hours:sum1h", Unit.GPU_HOURS, TENANT_ID)
              .help("GPU hours of a tenant in the last hour")
              .note("Written once an hour: a sum over time counts each hour once."),
          sum(sumOverTime(Usage.GPU_HOURS.read(), "1h")).by(TENANT_ID));

  public static final Alert TENANT_GONE =
      alert(
              "FederatedTenantGone",
              Urgency.WARNING,
              sum(maxOverTime(Usage.GPU_CAPACITY.read(), "1d"))
                  .by(TENANT_ID)
                  .unless(sum(Usage.GPU_CAPACITY.read()).by(TENANT_ID))
                  .on(TENANT_ID))
          .holding("30m")
          .summary("{{ $labels.__tenant_id__ }} is missing from the sums over tenants")
          .description(
              "The tenant had {{ $value | humanize }} GPUs within the last day and reports none"
                  + " now. Totals over all tenants are too low until it is back.")
          .lookAt(Links.TENANTS_ANYWHERE)
          .runbook(
              means(
                      "For half an hour a tenant has had no recorded capacity, although it had some"
                          + " within the last day.")
                  .matters("Reports show less use and less capacity than there is.")
                  .steps(
                      "Look on the tenants' dashboard whether the tenant still sends samples. If"
                          + " not, see the alert TenantSilent.",
                      "If it sends, look whether its recording rules run: ask the ruler for"
                          + " lastError of its groups.",
                      "Look whether its clusters still send runai_gpu_count_per_node.",
                      "If the tenant left, take it out of the federation's members.")
                  .silence(
                      "For a day after a tenant has left. Watch that no second one goes missing."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("federation", "Use by tenant", "platform")
        .reading(Audience.FEDERATION)
        .groups(
            group(GROUP_PREFIX + "usage", GPU_ALLOCATED, GPU_CAPACITY, TENANT_GONE),
            group(GROUP_PREFIX + "usage-hourly", GPU_HOURS).every("1h"))
        .tests(tests());
  }

  private static List<RuleTest> tests() {
    return List.of(
        test("the clusters of each tenant are summed")
            .given(
                ofCluster(Usage.GPU_ALLOCATED, "6x5", "team-a", "c1"),
                ofCluster(Usage.GPU_ALLOCATED, "3x5", "team-a", "c2"),
                ofCluster(Usage.GPU_ALLOCATED, "1x5", "team-b", "c1"),
                ofCluster(Usage.GPU_CAPACITY, "8x5", "team-a", "c1"),
                ofCluster(Usage.GPU_CAPACITY, "4x5", "team-a", "c2"))
            .records("5m", GPU_ALLOCATED, 9, with(TENANT_ID, "team-a"))
            .records("5m", GPU_ALLOCATED, 1, with(TENANT_ID, "team-b"))
            .records("5m", GPU_CAPACITY, 12, with(TENANT_ID, "team-a")),
        test("hours that were written at some moment of the last hour count once")
            .given(ofProject("_x59 5 _x59 7 _x30", "p1"), ofProject("_x59 2 _x59 1 _x30", "p2"))
            .records("2h", GPU_HOURS, 8, with(TENANT_ID, "team-a")),
        test("one of two tenants goes missing after half an hour")
            .given(
                ofCluster(Usage.GPU_CAPACITY, "8x30 stale", "team-a", "c1"),
                ofCluster(Usage.GPU_CAPACITY, "4x70", "team-b", "c1"))
            .silent("1h", TENANT_GONE)
            .fires("1h1m", TENANT_GONE, 8, with(TENANT_ID, "team-a")),
        test("one of the clusters of a tenant goes missing")
            .given(
                ofCluster(Usage.GPU_CAPACITY, "8x30 stale", "team-a", "c1"),
                ofCluster(Usage.GPU_CAPACITY, "4x90", "team-a", "c2"))
            .silent("1h30m", TENANT_GONE));
  }

  private static Given ofCluster(Recording rule, String values, String tenant, String cluster) {
    return series(rule.metric(), values, with(TENANT_ID, tenant), with(CLUSTER_ID, cluster));
  }

  private static Given ofProject(String values, String project) {
    return series(
        Usage.GPU_HOURS.metric(),
        values,
        with(TENANT_ID, "team-a"),
        with(CLUSTER_ID, "c1"),
        with(PROJECT, project));
  }
}
