package io.runboards.check;

import static io.runboards.catalog.Dcgm.DEV_GPU_TEMP;
import static io.runboards.catalog.KubeStateMetrics.POD_STATUS_PHASE;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_GPU;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_WORKLOAD;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.site.TenantLimit.MAX_GLOBAL_SERIES_PER_USER;
import static io.runboards.site.TenantLimit.RULER_MAX_RULE_GROUPS_PER_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Dashboard;
import io.runboards.flow.World;
import io.runboards.rules.RuleBook;
import io.runboards.samples.SampleRules;
import io.runboards.samples.SampleTenants;
import io.runboards.site.Federation;
import io.runboards.site.Setup;
import io.runboards.site.Setup.RegisteredSystem;
import io.runboards.site.Setup.Sizes;
import io.runboards.site.Site;
import io.runboards.site.SitePlaces;
import io.runboards.site.Tenant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with a site is said in these words. */
class SiteChecksTest {
  /** Sites that a check lets pass, sites that it objects to, and what it says of them. */
  private record Case(String check, List<Site> good, List<Site> bad, List<String> says) {}

  private static Case of(String check, List<Site> good, List<Site> bad, String... says) {
    return new Case(check, good, bad, List.of(says));
  }

  private static final List<Case> CASES =
      List.of(
          of(
              "cardinality-source",
              List.of(SampleTenants.ofMimir()),
              List.of(federated(), open("{secret!=\"true\"}")),
              "info: 'all-metrics' reads several tenants: counts adds their series up, and the"
                  + " store's own analysis of cardinality refuses it. Choose the data source of one"
                  + " tenant there",
              "warning: whoever reads 'team-a' through these selectors sees a part of it: counts"
                  + " counts too few series, and the store's own analysis of cardinality refuses it."
                  + " Count with a policy that has no selectors"),
          of(
              "hidden-metric",
              List.of(
                  SampleTenants.ofMimir(),
                  open("{secret!=\"true\"}"),
                  open("{__name__!=\"sensitive_requests_total\"}"),
                  open("{__name__=~\"runai_.*|cluster:.*\"}"),
                  open("{env=\"dev\"}", "{env!=\"dev\"}"),
                  open("{environment=\"production\", instance=~\".+\"}")),
              List.of(
                  open("{env=\"dev\"}"),
                  open("{__name__!~\"runai_gpu_count.*\"}"),
                  open("{__name__=\"up\"}", "{team=\"red\"}"),
                  open("runai_gpu_count_per_node")),
              "warning: whoever reads 'team-a' through these selectors never sees"
                  + " runai_gpu_count_per_node (dashboard counts), runai_gpu_utilization_per_node"
                  + " (dashboard counts), cluster:gpu_memory_used:ratio (rule GpuMemoryFull) and 4"
                  + " more. They have no label env: if yours do, name it under labels",
              "warning: whoever reads 'team-a' through these selectors never sees"
                  + " runai_gpu_count_per_node (dashboard counts). Let their names through",
              "warning: whoever reads 'team-a' through these selectors never sees"
                  + " runai_gpu_count_per_node (dashboard counts), runai_gpu_utilization_per_node"
                  + " (dashboard counts), cluster:gpu_memory_used:ratio (rule GpuMemoryFull) and 4"
                  + " more. They have no label team: if yours do, name it under labels",
              "warning: whoever reads 'team-a' through these selectors never sees"
                  + " runai_gpu_utilization_per_node (dashboard counts),"
                  + " cluster:gpu_memory_used:ratio (rule GpuMemoryFull),"
                  + " cluster:gpu_memory_used_mebibytes:sum (rule cluster:gpu_memory_used:ratio)"
                  + " and 3 more. Let their names through"),
          of(
              "ruler-limit",
              List.of(groups("4")),
              List.of(groups("1")),
              "error: tenant 'team-a' gets 3 groups of rules, but its ruler takes 1."
                  + " Raise the limit, or ship fewer rules"),
          of(
              "series-budget",
              List.of(
                  sized("1000000", 16, 1),
                  sized("0", 100_000, 1),
                  Site.usual("prometheus").with(large(Site.usual("prometheus").setup(), 9999))),
              List.of(sized("10000", 16, 1), sized("100000", 16, 3)),
              "warning: 'team-a' has room for 10,000 series, and about 36,335 come from a cluster of"
                  + " this size: most of them from kube-state-metrics and runai."
                  + " Raise max_global_series_per_user, or let fewer metrics through",
              "warning: 'team-a' has room for 100,000 series, and about 109,005 come from 3 such"
                  + " clusters: most of them from kube-state-metrics and runai."
                  + " Raise max_global_series_per_user, or let fewer metrics through"));

  private static Site open(String... selectors) {
    Tenant.Gem gem = new Tenant.Gem(Map.of(), List.of(selectors));
    return SampleTenants.mimir(List.of(Tenant.named("team-a").inGem(gem)), List.of());
  }

  private static Site federated() {
    return SampleTenants.mimir(
        List.of(Tenant.named("team-a"), Tenant.named("team-b")),
        List.of(new Federation("all", "team-a", List.of("team-a", "team-b"))));
  }

  private static Site groups(String most) {
    return SampleTenants.mimir(
        List.of(Tenant.named("team-a").limitedTo(Map.of(RULER_MAX_RULE_GROUPS_PER_TENANT, most))),
        List.of());
  }

  /** A tenant with some clusters of some nodes. */
  private static Site sized(String limit, int nodes, int clusters) {
    Site site =
        SampleTenants.mimir(
            List.of(Tenant.named("team-a").limitedTo(Map.of(MAX_GLOBAL_SERIES_PER_USER, limit))),
            List.of());
    Setup setup = large(site.setup(), nodes);
    List<RegisteredSystem> systems =
        Stream.iterate(1, i -> i + 1)
            .limit(clusters)
            .map(i -> new RegisteredSystem("edge-" + i, "team-a"))
            .toList();
    return site.with(
        new Setup(
            setup.cluster(),
            setup.environment(),
            setup.store(),
            setup.organisations(),
            systems,
            setup.targets(),
            setup.sizes()));
  }

  private static Setup large(Setup setup, int nodes) {
    return new Setup(
        setup.cluster(),
        setup.environment(),
        setup.store(),
        setup.organisations(),
        setup.systems(),
        setup.targets(),
        new Sizes(nodes, 8, 20, 100, 300));
  }

  private static Workspace workspace() {
    Dashboard counts =
        dashboard("counts", "Counts")
            .tagged("cardinality")
            .variables(valuesOf(CLUSTER_ID, GPU_COUNT_PER_NODE))
            .rows(
                row(
                    stat("GPUs").query("sum(runai_gpu_count_per_node)", ""),
                    stat("Busy").query("avg(runai_gpu_utilization_per_node)", "")));
    RuleBook book = new RuleBook(List.of(SampleRules.memory()));
    return Workspace.of(List.of(counts), book, World.standard(), ClusterVersion.V2_17);
  }

  private static List<String> said(String check, List<Site> sites) {
    return sites.stream()
        .flatMap(site -> SiteChecks.check(site, SitePlaces.of(site), workspace()).stream())
        .map(Remark::finding)
        .filter(finding -> finding.id().equals(check))
        .map(finding -> finding.toString().replaceFirst("^site [a-z]+:1:1: ", ""))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyCheckSaysInTheseWordsWhatIsWrong() {
    return CASES.stream()
        .map(it ->
            DynamicTest.dynamicTest(
                it.check(),
                () -> {
                  assertThat(said(it.check(), it.good())).isEmpty();
                  assertThat(said(it.check(), it.bad())).containsExactlyElementsOf(it.says());
                }));
  }

  @Test
  void everyCheckHasACaseAndAPage() {
    assertThat(CASES)
        .extracting(Case::check)
        .containsExactlyElementsOf(SiteChecks.ALL.stream().map(SiteCheck::id).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    CASES.forEach(it -> CheckPages.demand(it.check()));
  }

  @Test
  void theEstimateCountsWhatIdentifiesSeries() {
    SeriesEstimate estimate = new SeriesEstimate(new Sizes(4, 8, 3, 10, 30));
    assertThat(estimate.of(GPU_COUNT_PER_NODE)).isEqualTo(4);
    assertThat(estimate.of(GPU_UTILIZATION_PER_GPU)).isEqualTo(32);
    assertThat(estimate.of(GPU_UTILIZATION_PER_WORKLOAD)).isEqualTo(10);
    assertThat(estimate.of(POD_STATUS_PHASE)).isEqualTo(150);
    assertThat(estimate.of(DEV_GPU_TEMP)).isEqualTo(32);
  }
}
