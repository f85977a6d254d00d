package io.runboards.emit.alertmanager;

import static io.runboards.query.Queries.promql;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.check.Workspace;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.Urgency;
import java.util.List;

/** Alerts that explain each other, and some that only look so. */
final class SampleAlerts {
  private static final String NODE_MEMORY =
      "max by (clusterId, node) (runai_node_memory_utilization)";
  private static final String HOTTEST = "max by (clusterId, node) (node:gpu_temp:max)";
  private static final String GPU = "max by (gpu, UUID) (DCGM_FI_DEV_XID_ERRORS)";

  private SampleAlerts() {}

  static Workspace workspace() {
    Recording hottest =
        Recording.recording(
            Metric.gauge("node:gpu_temp:max", Unit.CELSIUS, Labels.CLUSTER_ID, Labels.NODE),
            promql(
                "max by (clusterId, node) (label_replace(DCGM_FI_DEV_GPU_TEMP, \"node\", \"$1\","
                    + " \"Hostname\", \"(.*)\"))"));
    return Workspace.of(
        List.of(),
        new RuleBook(
            List.of(
                ruleFile("a", "A", "hardware")
                    .groups(
                        group(
                            "a",
                            hottest,
                            on("NodeMemoryHigh", Urgency.WARNING, NODE_MEMORY + " > 0.8"),
                            on("NodeMemoryCritical", Urgency.CRITICAL, NODE_MEMORY + " > 0.9"),
                            on("NodeHot", Urgency.INFO, HOTTEST + " > 85"),
                            on("GpuFailed", Urgency.CRITICAL, GPU + " > 0"),
                            on("GpuHot", Urgency.WARNING, GPU + " > 85"),
                            on("ExporterDown", Urgency.CRITICAL, "absent(DCGM_FI_DEV_GPU_TEMP)")
                                .blinds("dcgm"),
                            on("Watchdog", Urgency.INFO, "vector(1)"))),
                ruleFile("b", "B", "platform")
                    .groups(
                        group("b", on("NodeMemoryTrend", Urgency.INFO, NODE_MEMORY + " > 0.5"))))),
        World.standard(),
        ClusterVersion.V2_17);
  }

  private static Alert on(String name, Urgency urgency, String query) {
    return alert(name, urgency, promql(query));
  }
}
