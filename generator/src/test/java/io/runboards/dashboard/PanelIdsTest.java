package io.runboards.dashboard;

import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.stat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A panel keeps its number whatever happens to others. */
class PanelIdsTest {

  private static Map<String, Integer> ids(Row... rows) {
    Dashboard dashboard = dashboard("a", "A").rows(rows);
    PanelIds ids = PanelIds.of(dashboard);
    Map<String, Integer> byTitle = new TreeMap<>();
    dashboard.panels().forEach(panel -> byTitle.put(panel.title(), ids.of(panel)));
    return byTitle;
  }

  @Test
  void removingOrRenamingOnePanelLeavesTheOthersAlone() {
    Map<String, Integer> before = ids(row("R", stat("a"), stat("b")), row("S", stat("c")));
    assertThat(before.values()).doesNotHaveDuplicates();
    Map<String, Integer> removed = ids(row("R", stat("b")), row("S", stat("c")));
    assertThat(before).containsAllEntriesOf(removed);
    Map<String, Integer> renamed = ids(row("R", stat("x"), stat("b")), row("S", stat("c")));
    assertThat(renamed).containsEntry("b", before.get("b")).containsEntry("c", before.get("c"));
    assertThat(renamed.get("x")).isNotEqualTo(before.get("a"));
  }

  @Test
  void movingAPanelToAnotherRowKeepsItsNumber() {
    assertThat(ids(row("R", stat("a")), row("S", stat("b"))))
        .isEqualTo(ids(row("S", stat("b"), stat("a"))));
  }

  @Test
  void aKeyKeepsTheNumberOfARenamedPanel() {
    assertThat(ids(row(stat("new").key("old"))).get("new"))
        .isEqualTo(ids(row(stat("old"))).get("old"));
  }

  @Test
  void twoPanelsWithOneTitleNeedAKey() {
    assertThatThrownBy(() -> ids(row(stat("a"), stat("a"))))
        .isInstanceOf(WrongDashboard.class)
        .hasMessageMatching(
            "\\S+:\\d+ a: there are two of 'a': give one of them another title, or a"
                + " key\\(\"...\"\\)");
    assertThat(ids(row(stat("a"), stat("a").key("a2")))).hasSize(1);
  }
}
