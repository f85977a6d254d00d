package io.runboards.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.alerts.AllRules;
import io.runboards.build.External;
import io.runboards.build.RuleTools;
import io.runboards.catalog.ClusterVersion;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.emit.OutFile;
import io.runboards.emit.OutFolder;
import io.runboards.emit.mimir.MimirFiles;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.flow.World;
import io.runboards.rules.RuleBook;
import io.runboards.site.Federation;
import io.runboards.site.Site;
import io.runboards.site.Tenant;
import io.runboards.site.TenantRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of this repository are what Prometheus and Mimir take, and do what they promise. */
class ShippedRulesTest {
  private static final Site SITE = site();

  @TempDir private Path folder;

  /** A site whose rules are all there: for a tenant, for the operator and for both together. */
  private static Site site() {
    Site usual = Site.usual("shipped");
    return usual.with(
        List.of(Tenant.named("one"), Tenant.named("store").asOperator()),
        List.of(new Federation("all", "store", List.of("one", "store"))));
  }

  private static Workspace workspace(ClusterVersion version) {
    Installation at = new Installation(version, Spelling.USUAL);
    return Workspace.of(
        All.DASHBOARDS.stream().map(source -> source.define(at)).toList(),
        new RuleBook(AllRules.RULES.stream().map(source -> source.define(at)).toList()),
        World.standard(),
        version);
  }

  static Stream<ClusterVersion> versions() {
    return Stream.of(ClusterVersion.V2_16, ClusterVersion.V2_17);
  }

  private void write(ClusterVersion version) throws Exception {
    Workspace workspace = workspace(version);
    List<OutFile> files = new ArrayList<>(PrometheusFiles.of(SITE, workspace));
    files.addAll(MimirFiles.of(SITE, workspace));
    OutFolder.at(folder).write(files);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void prometheusTakesThemAndTheirTestsSucceed(ClusterVersion version) throws Exception {
    write(version);
    RuleTools.checked(External.server("promtool"), folder);
    RuleTools.tested(External.server("promtool"), folder);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theOldestPrometheusTakesThem(ClusterVersion version) throws Exception {
    write(version);
    RuleTools.checked(External.oldestServer("promtool"), folder);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void mimirTakesThem(ClusterVersion version) throws Exception {
    write(version);
    RuleTools.linted(External.server("mimirtool"), folder);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theyFitIntoTheGroupsOfAnyRuler(ClusterVersion version) {
    assertThat(TenantRules.of(SITE, workspace(version).book()))
        .flatExtracting(TenantRules::problems)
        .isEmpty();
  }
}
