package io.runboards.verify;

import static io.runboards.catalog.Labels.NODE;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Table.column;
import static io.runboards.verify.store.LoadedStore.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.flow.World;
import io.runboards.rules.RuleBook;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.store.LoadedStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dashboard is opened on a real store, and each of its queries comes out right or wrong. */
class DashboardRunTest {
  @TempDir private static Path folder;
  private static LoadedStore loaded;

  @BeforeAll
  static void load() throws Exception {
    loaded =
        LoadedStore.below(folder)
            .with("load{node=\"a\"}", "10+1x20")
            .with("load{node=\"b\"}", "50x20")
            .with("room{node=\"c\"}", "7x20");
  }

  @AfterAll
  static void close() {
    loaded.close();
  }

  private static DashboardProof proof(Panel... panels) {
    Dashboard dashboard = dashboard("d", "D").rows(row("Row", panels));
    Workspace workspace =
        Workspace.of(List.of(dashboard), RuleBook.NONE, World.standard(), ClusterVersion.V2_17);
    return new DashboardRun(loaded.store(), workspace, at(20), true)
        .of(workspace.dashboards().getFirst(), Wishes.NONE);
  }

  private static PanelProof panel(Panel panel) {
    return proof(panel).panels().getFirst();
  }

  @Test
  void aPanelThatShowsWhatItShouldIsProven() {
    DashboardProof proof =
        proof(timeseries("Load").query("max by (node) (load)", "{{node}}"), stat("Rest"));
    assertThat(proof.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(proof.panels()).as("only panels that ask something").hasSize(1);
    PanelProof panel = proof.panels().getFirst();
    assertThat(panel.title()).isEqualTo("Load");
    assertThat(panel.kind()).isEqualTo("timeseries");
    assertThat(panel.row()).isEqualTo("Row");
    QueryProof query = panel.queries().getFirst();
    assertThat(query.curves()).hasSize(2);
    assertThat(query.measured().least()).hasValue(10);
    assertThat(query.measured().most()).hasValue(50);
    assertThat(query.measured().samples()).isPresent();
  }

  @Test
  void anEmptyPanelIsBrokenUnlessItMayBeEmpty() {
    Panel empty = timeseries("Load").query("load > 90", "{{node}}");
    assertThat(panel(empty).queries().getFirst().flaws())
        .containsExactly(
            Flaw.error("empty", "it shows nothing: no value is > 90: they are between 10 and 50"));
    PanelProof allowed = panel(timeseries("Load").mayBeEmpty("all is calm").query("load > 90", ""));
    assertThat(allowed.verdict()).isEqualTo(Verdict.EMPTY_ALLOWED);
    assertThat(allowed.queries().getFirst().flaws())
        .containsExactly(
            Flaw.info(
                "empty",
                "it shows nothing, as it may if all is calm: no value is > 90: they are between"
                    + " 10 and 50"));
  }

  @Test
  void aQueryThatTheStoreRefusesIsBroken() {
    QueryProof query =
        panel(timeseries("Load").query("load + on () group_left () load", "all"))
            .queries()
            .getFirst();
    assertThat(query.flaws())
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.id()).isEqualTo("refused");
          assertThat(flaw.message())
              .startsWith("the store refuses the query: ")
              .contains("found duplicate series");
        });
  }

  @Test
  void theRowsOfATableAreLookedAtTogether() {
    PanelProof panel =
        panel(
            table("T")
                .columns(column(NODE, "Node"), column("Load"), column("Room"))
                .query("max by (node) (load)", "Load")
                .query("max by (node) (room)", "Room"));
    assertThat(panel.queries())
        .allSatisfy(
            query -> assertThat(query.flaws()).extracting(Flaw::id).containsExactly("rows-apart"));
  }

  @Test
  void aTableAsksForNowAndAGraphForTheWholeRange() {
    PanelProof now = panel(table("T").query("max by (node) (load)", "Load"));
    assertThat(now.queries().getFirst().measured().points()).isEqualTo(2);
    PanelProof range = panel(timeseries("T").query("max by (node) (load)", "{{node}}"));
    assertThat(range.queries().getFirst().measured().points()).isGreaterThan(40);
  }
}
