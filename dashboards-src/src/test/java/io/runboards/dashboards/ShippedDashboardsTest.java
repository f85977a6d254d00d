package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.alerts.Uids;
import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.check.DashboardChecks;
import io.runboards.check.Examined;
import io.runboards.check.Query;
import io.runboards.check.Remark;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.TextPanel;
import io.runboards.finding.Severity;
import io.runboards.flow.World;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.rules.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards of this repository hold what it demands of any. */
class ShippedDashboardsTest {
  private static final int MOST_PANELS = 21;

  private static Workspace workspace(ClusterVersion version, DashboardSource... others) {
    Installation at = new Installation(version, Spelling.USUAL);
    RuleBook rules =
        new RuleBook(AllRules.RULES.stream().map(source -> source.define(at)).toList());
    List<Dashboard> dashboards =
        Stream.concat(All.DASHBOARDS.stream(), Stream.of(others))
            .map(source -> source.define(at))
            .toList();
    return Workspace.of(dashboards, rules, World.standard(), version);
  }

  static Stream<ClusterVersion> versions() {
    return Stream.of(ClusterVersion.V2_16, ClusterVersion.V2_17);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void nothingIsWrongWithThem(ClusterVersion version) {
    assertThat(DashboardChecks.check(workspace(version)).stream().map(Remark::finding))
        .filteredOn(finding -> finding.severity() != Severity.INFO)
        .filteredOn(finding -> !finding.message().startsWith("runai_mig_mode_gpu_count is deprec"))
        .isEmpty();
  }

  @Test
  void whatHasNoEndIsTheTopFewOrATable() {
    Workspace all = workspace(ClusterVersion.V2_17);
    Set<String> tables =
        all.dashboards().stream()
            .flatMap(Examined::panels)
            .filter(Table.class::isInstance)
            .flatMap(table -> table.frame().data().targets().stream())
            .map(Target::promql)
            .collect(Collectors.toSet());
    assertThat(DashboardChecks.check(all))
        .filteredOn(remark -> remark.finding().id().equals("unbounded-label"))
        .isNotEmpty()
        .extracting(Remark::text)
        .isSubsetOf(tables);
  }

  @Test
  void everyPublishedMetricIsOnAPanel() {
    Set<String> read =
        workspace(ClusterVersion.V2_17).dashboards().stream()
            .flatMap(ShippedDashboardsTest::metrics)
            .collect(Collectors.toSet());
    Family published = Catalog.standard().families().getFirst();
    assertThat(published.metrics()).hasSize(44);
    assertThat(read).containsAll(published.metrics().stream().map(Metric::name).toList());
  }

  private static Stream<String> metrics(Examined examined) {
    return examined.queries().values().stream()
        .map(Query::nodes)
        .flatMap(List::stream)
        .filter(VectorSelector.class::isInstance)
        .map(node -> ((VectorSelector) node).name().value());
  }

  @Test
  void eachAnswersAQuestionOnAFewPanelsThatSayWhatTheyShow() {
    assertThat(workspace(ClusterVersion.V2_17).dashboards())
        .hasSize(17)
        .extracting(Examined::dashboard)
        .allSatisfy(dashboard -> {
          assertThat(dashboard.purpose()).endsWith("?");
          assertThat(dashboard.reader()).isNotBlank();
          assertThat(dashboard.folder()).isNotBlank();
          assertThat(dashboard.panels().count()).isBetween(5L, (long) MOST_PANELS);
          assertThat(dashboard.panels())
              .filteredOn(panel -> !(panel instanceof TextPanel))
              .allSatisfy(ShippedDashboardsTest::saysWhatItShows);
        });
  }

  private static void saysWhatItShows(Panel panel) {
    assertThat(panel.frame().heading().about()).as(panel.title()).isNotBlank();
  }

  @Test
  void everyDashboardButTheOverviewsCanBeReachedByAClick() {
    Workspace all = workspace(ClusterVersion.V2_17);
    Set<String> reached =
        all.dashboards().stream()
            .flatMap(Examined::panels)
            .flatMap(panel -> DashboardChecks.links(panel))
            .map(link -> link.uid())
            .collect(Collectors.toSet());
    assertThat(all.uids())
        .filteredOn(uid -> !reached.contains(uid))
        .isSubsetOf(Uids.CLUSTER, Uids.TENANTS);
  }
}
