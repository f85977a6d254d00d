package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.catalog.ClusterVersion;
import io.runboards.check.Workspace;
import io.runboards.flow.World;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.WrongRule;
import io.runboards.site.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

/** These names are in the databases of those who use the alerts: they must never change. */
class AlertUidTest {
  @Test
  void aShortNameIsPartOfIt() {
    assertThat(AlertUid.of("GpuHot")).isEqualTo("runboards-GpuHot");
  }

  @Test
  void aLongNameIsCutAndToldApartByAChecksum() {
    String name = "NodeWithoutAnyGpuThatAnybodyCouldEverUse";
    assertThat(AlertUid.of(name)).isEqualTo("runboards-NodeWithoutAnyGpuThat-c3e656e9");
    assertThat(AlertUid.of(name + "Again"))
        .hasSize(AlertUid.LONGEST)
        .startsWith("runboards-NodeWithoutAnyGpuThat-")
        .isNotEqualTo(AlertUid.of(name));
    assertThat(AlertUid.of("x".repeat(30))).isEqualTo("runboards-" + "x".repeat(30));
  }

  @Test
  void twoAlertsThatWouldShareOneAreAnError() {
    assertThatThrownBy(() -> write("GpuHot", "GPUHot"))
        .isInstanceOf(WrongRule.class)
        .hasMessage("Grafana cannot tell the alerts 'GpuHot' and 'GPUHot' apart: rename one");
    assertThatThrownBy(() -> write("GpuHot", "GpuHot"))
        .hasMessage("there are two alerts 'GpuHot', or one that is retired");
  }

  private static void write(String... retired) {
    RuleFile file = RuleFile.ruleFile("a", "A", "team").retired(retired);
    GrafanaAlerts.of(
        Site.usual("a"),
        Workspace.of(
            List.of(), new RuleBook(List.of(file)), World.standard(), ClusterVersion.V2_17));
  }
}
