package io.runboards.verify.report;

import static io.runboards.verify.report.Parts.curve;
import static io.runboards.verify.report.Parts.line;
import static io.runboards.verify.report.Parts.now;
import static io.runboards.verify.report.Parts.panel;
import static io.runboards.verify.report.Parts.query;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.DashboardProof.Chosen;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The dashboards, rules and incidents of a made-up site on which all kinds of things happen. */
final class ExampleParts {
  private ExampleParts() {}

  static DashboardProof fleet() {
    return new DashboardProof(
        "fleet",
        "GPU fleet",
        "Run:ai",
        List.of(new Chosen("cluster", "cluster-a"), new Chosen("node", "All")),
        List.of(),
        List.of(utilization(), mig(), total(), projects(), waiting(), memory()),
        line(20));
  }

  static PanelProof utilization() {
    return new PanelProof(
        4,
        "Utilization by node",
        "timeseries",
        "Use",
        "",
        List.of(
            query(
                "A",
                "{{node}}",
                "avg by (node) (runai_gpu_utilization_per_gpu{clusterId=\"cluster-a\"})",
                "percent",
                List.of(),
                IntStream.range(0, 14)
                    .mapToObj(node ->
                        curve(
                            Map.of("node", "dgx-a100-%s".formatted(node + 1)),
                            i -> 50 + 5.0 * (node % 8) * Math.sin((i + 9.0 * node) / 30) - node))
                    .toList())));
  }

  static PanelProof mig() {
    return new PanelProof(
        5,
        "MIG slices",
        "timeseries",
        "Use",
        "no GPU is split by MIG",
        List.of(
            query(
                "A",
                "",
                "sum by (profile) (runai_mig_slices)",
                "none",
                List.of(
                    Flaw.info(
                        "empty",
                        "it shows nothing, as it may if no GPU is split by MIG: the store has no"
                            + " metric runai_mig_slices")),
                List.of())));
  }

  private static PanelProof total() {
    return panel(6, "GPUs", now("A", "", "sum(runai_gpu_count)", "short", 100, ""));
  }

  private static PanelProof projects() {
    return panel(
        7,
        "Memory held by projects",
        now(
            "A",
            "{{project}}",
            "topk(10, sum by (project) (runai_gpu_memory_used_bytes))",
            "bytes",
            61e9,
            "team-vision",
            "team-speech",
            "team-search",
            "team-chat",
            "team-ranking",
            "team-fraud",
            "team-maps",
            "team-ads",
            "team-labs",
            "an-unusually-long-name-of-a-project-that-somebody-thought-was-a-good-idea"));
  }

  private static PanelProof waiting() {
    return panel(
        8,
        "Waiting time of workloads",
        query(
            "A",
            "median",
            "histogram_quantile(0.5, sum by (le) (rate(runai_queue_wait_seconds_bucket[5m])))",
            "s",
            List.of(Flaw.warning("constant", "all 1 series keep one value over the whole range")),
            List.of(curve(Map.of(), i -> 120))),
        query(
            "B",
            "p95",
            "histogram_quantile(0.95, sum by (le) (rate(runai_queue_wait_seconds_bucket[5m])))",
            "s",
            List.of(),
            List.of(
                curve(
                    Map.of(),
                    i -> i > 120 && i < 150 ? Double.NaN : 900 + 600 * Math.sin(i / 20.0)))),
        query(
            "C",
            "workloads",
            "sum(runai_workloads_pending)",
            "short",
            List.of(),
            List.of(curve(Map.of(), i -> Math.max(0, Math.round(8 * Math.sin(i / 50.0)))))));
  }

  private static PanelProof memory() {
    return panel(
        9,
        "Memory used and installed",
        query(
            "A",
            "used",
            "sum(runai_gpu_memory_used_bytes)",
            "bytes",
            List.of(),
            List.of(curve(Map.of(), i -> 4e12 + 2e12 * Math.sin(i / 40.0)))),
        query(
            "B",
            "installed",
            "sum(runai_gpu_memory_total_bytes)",
            "bytes",
            List.of(),
            List.of(curve(Map.of(), i -> 8.6e12))));
  }

  static DashboardProof hardware() {
    return new DashboardProof(
        "hardware",
        "GPU hardware",
        "Run:ai",
        List.of(),
        List.of(Flaw.error("variable", "$pool has no values: no series has the label 'pool'")),
        List.of(
            panel(
                1,
                "Temperature",
                query(
                    "A",
                    "{{gpu}}",
                    "max by (gpu) (DCGM_FI_DEV_GPU_TEMP)",
                    "celsius",
                    List.of(
                        Flaw.warning(
                            "off-the-scale",
                            "{gpu=\"3\"} reaches 97, and the scale of the panel is 0 to 95")),
                    IntStream.range(0, 4)
                        .mapToObj(gpu ->
                            curve(
                                Map.of("gpu", "" + gpu),
                                i -> 62 + 9.0 * gpu + 8 * Math.sin((i + 30.0 * gpu) / 17)))
                        .toList())),
            panel(
                2,
                "Errors of memory",
                query(
                    "A",
                    "{{gpu}}",
                    "sum by (gpu) (increase(DCGM_FI_DEV_ECC_DBE_VOL_TOTAL[1h]))",
                    "none",
                    List.of(
                        Flaw.error(
                            "empty",
                            "it shows nothing: the store has no metric"
                                + " DCGM_FI_DEV_ECC_DBE_VOL_TOTAL")),
                    List.of())),
            panel(
                3,
                "Share of power",
                query(
                    "A",
                    "{{gpu}}",
                    "DCGM_FI_DEV_POWER_USAGE / 300",
                    "percentunit",
                    List.of(
                        Flaw.error(
                            "out-of-range",
                            "{gpu=\"1\"} has the value 1.4; the share is between 0 and 1")),
                    List.of(curve(Map.of("gpu", "1"), i -> 0.7 + 0.7 * Math.sin(i / 25.0))))),
            panel(
                4,
                "Clock",
                query(
                    "A",
                    "",
                    "avg by (gpu DCGM_FI_DEV_SM_CLOCK",
                    "rotmhz",
                    List.of(
                        Flaw.error(
                            "refused",
                            "the store refuses the query: 1:12: parse error: unexpected identifier"
                                + " \"DCGM_FI_DEV_SM_CLOCK\"")),
                    List.of()))),
        line(40));
  }

  static DashboardProof store() {
    return new DashboardProof(
        "store",
        "Metrics store",
        "Operations",
        List.of(new Chosen("tenant", "research")),
        List.of(),
        List.of(
            panel(
                1,
                "Requests",
                query(
                    "A",
                    "{{route}}",
                    "sum by (route) (rate(cortex_request_duration_seconds_count[5m]))",
                    "reqps",
                    List.of(),
                    List.of(
                        curve(Map.of("route", "push"), i -> 1200 + 90 * Math.cos(i / 12.0)),
                        curve(Map.of("route", "query"), i -> 90 + 80 * Math.cos(i / 33.0))))),
            panel(
                2,
                "Rules healthy",
                query(
                    "A",
                    "{{group}}",
                    "max by (group) (prometheus_rule_group_healthy)",
                    "bool",
                    List.of(),
                    List.of(curve(Map.of("group", "usage"), i -> i > 200 && i < 230 ? 0 : 1))))),
        line(60));
  }

  static List<RuleProof> rules() {
    return List.of(
        recording(),
        new RuleProof(
            Kind.RECORDING,
            "node:runai_gpu_idle:sum",
            "usage",
            "usage-nodes",
            "sum by (node) (runai_gpu_idle)",
            List.of(Flaw.error("empty", "it records nothing")),
            Measured.NOTHING,
            line(71)),
        alert("GpuXidFatal"),
        alert("GpuIdleWhileAllocated"),
        new RuleProof(
            Kind.ALERT,
            "GpuHot",
            "gpu-hardware",
            "gpu-heat",
            "DCGM_FI_DEV_GPU_TEMP > 85",
            List.of(
                Flaw.warning("fires-when-healthy", "it fires on a healthy day, for {gpu=\"3\"}")),
            new Measured(3, 40, OptionalLong.empty(), number(86), number(91)),
            line(72)),
        new RuleProof(
            Kind.ALERT,
            "QueueStuck",
            "usage",
            "queues",
            "runai_queue_oldest_seconds > 3600",
            List.of(Flaw.error("never-fires", "no incident makes it fire")),
            Measured.NOTHING,
            line(73)));
  }

  private static OptionalDouble number(double value) {
    return OptionalDouble.of(value);
  }

  static RuleProof recording() {
    return new RuleProof(
        Kind.RECORDING,
        "cluster:runai_gpu_allocated:sum",
        "usage",
        "usage-clusters",
        "sum by (clusterId) (runai_gpu_allocated)",
        List.of(),
        new Measured(2, 2880, OptionalLong.empty(), number(12), number(96.5)),
        line(70));
  }

  static RuleProof alert(String name) {
    return new RuleProof(
        Kind.ALERT,
        name,
        "gpu-hardware",
        "gpu-errors",
        "max by (node, gpu) (DCGM_FI_DEV_XID_ERRORS) == bool 79",
        List.of(),
        Measured.NOTHING,
        line(74));
  }

  static IncidentProof lostGpu() {
    return new IncidentProof(
        "gpu-off-the-bus",
        "A GPU falls off the bus",
        "A GPU stops to answer; its exporter loses it, and the workload on it fails.",
        Duration.ofHours(1),
        List.of(
            new Fired("GpuXidFatal", "critical", Duration.ofMinutes(2), 1),
            new Fired("TrainingJobFailed", "warning", Duration.ofSeconds(390), 2)),
        List.of(
            new Sign("fleet", "GPU fleet", "Utilization by node", "61.2 → 53.5"),
            new Sign("training", "Training", "Jobs that failed", "appears: 2")),
        List.of());
  }

  static IncidentProof hoarder() {
    return new IncidentProof(
        "idle-hoarder",
        "A project holds GPUs | and does not use them",
        "A notebook holds eight GPUs for the whole day.",
        Duration.ofHours(3),
        List.of(new Fired("GpuIdleWhileAllocated", "warning", Duration.ofMinutes(90), 8)),
        List.of(new Sign("fleet", "GPU fleet", "Utilization by node", "48 → 0")),
        List.of());
  }

  static IncidentProof quiet() {
    return new IncidentProof(
        "store-slow",
        "The store answers slowly",
        "Queries take four times as long as usual.",
        Duration.ofMinutes(30),
        List.of(),
        List.of(),
        List.of(Flaw.warning("no-alert", "no alert fires because of it")));
  }
}
