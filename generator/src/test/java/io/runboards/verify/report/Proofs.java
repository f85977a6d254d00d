package io.runboards.verify.report;

import io.runboards.dashboard.Origin;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.DashboardProof.Chosen;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Ground;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Proofs made up for tests. */
public final class Proofs {
  private static final Instant FROM = Instant.parse("2015-01-06T00:00:00Z");
  private static final Ground GROUND =
      new Ground(
          "Prometheus 3.11.3",
          "a simulated day of 100 GPUs on 13 nodes, in steps of 60 s",
          FROM,
          FROM.plus(Duration.ofDays(1)),
          4_812_345);
  private static final int MINUTES = 288;

  private Proofs() {}

  /** A proof with every verdict, every kind of figure and every kind of part. */
  public static Proof mixed() {
    return new Proof(
        "example",
        GROUND,
        List.of(fleet(), hardware(), store()),
        rules(),
        List.of(lostGpu(), hoarder(), quiet()));
  }

  /** A proof in which all is well. */
  public static Proof fine() {
    return new Proof(
        "example",
        GROUND,
        List.of(
            new DashboardProof(
                "fleet",
                "GPU fleet",
                "Run:ai",
                List.of(),
                List.of(),
                List.of(utilization(), mig()),
                line(20))),
        List.of(recording(), alert("GpuXidFatal")),
        List.of(lostGpu()));
  }

  /** A proof about a store on which nothing was tried. */
  public static Proof empty() {
    return new Proof("nothing", GROUND, List.of(), List.of(), List.of());
  }

  /** A proof whose texts are as bad as texts can be. */
  public static Proof nasty() {
    String script = "<script>document.title = 'stolen'</script><img src=x onerror=alert(1)>";
    String quotes = "\"'`&amp;</style></script><!-- ]]> {{x}} ${y}";
    String endless = "node-" + "0123456789abcdef".repeat(40);
    String rightToLeft = "שלום \u202Eevil\u202C مرحبا";
    String broken = "nul \u0000, bell \u0007, half \uD800, no character \uFFFF";
    List<Curve> curves =
        List.of(
            curve(Map.of("a", script), i -> i % 7 == 0 ? Double.NaN : 1e300 * i),
            curve(Map.of("a", endless), i -> -1e300),
            curve(Map.of("a", rightToLeft), i -> Double.POSITIVE_INFINITY),
            curve(Map.of("a", broken), i -> Double.MIN_VALUE * i));
    List<PanelProof> panels =
        List.of(
            panel(1, script, query("A", "", quotes, "bytes", List.of(), curves)),
            panel(2, endless, query("B", script, endless, script, flaws(script), curves)),
            panel(3, rightToLeft, now("C", "", rightToLeft, "s", 0, endless, script, broken)),
            panel(4, broken, query("D", quotes, broken, "bool", flaws(broken), List.of())),
            panel(5, "", query("E", "", "", "", List.of(), List.of())));
    DashboardProof dashboard =
        new DashboardProof(
            quotes,
            script,
            rightToLeft,
            List.of(new Chosen(quotes, endless)),
            flaws(quotes),
            panels,
            line(1));
    RuleProof rule =
        new RuleProof(
            Kind.ALERT, endless, script, quotes, endless, flaws(endless), Measured.NOTHING, line(2));
    IncidentProof incident =
        new IncidentProof(
            quotes,
            script,
            rightToLeft,
            Duration.ofSeconds(90_061),
            List.of(new Fired(endless, script, Duration.ZERO, 1)),
            List.of(new Sign(quotes, endless, script, broken)),
            flaws(endless));
    return new Proof(script, GROUND, List.of(dashboard), List.of(rule), List.of(incident));
  }

  /** A proof with so many panels, all of them full of restless lines. */
  public static Proof large(int dashboards, int panels) {
    List<Curve> curves =
        IntStream.range(0, 20)
            .mapToObj(line ->
                curve(
                    Map.of("node", "node-" + line),
                    i -> (i * 7919L + line * 104_729L) % 1009 / 1009.0))
            .toList();
    return new Proof(
        "large",
        GROUND,
        IntStream.range(0, dashboards)
            .mapToObj(number ->
                new DashboardProof(
                    "d" + number,
                    "Dashboard " + number,
                    "Run:ai",
                    List.of(),
                    List.of(),
                    IntStream.range(0, panels)
                        .mapToObj(id ->
                            panel(
                                id,
                                "Panel " + id,
                                query(
                                    "A",
                                    "{{node}}",
                                    "avg by (node) (runai_gpu_utilization_per_gpu)",
                                    "percentunit",
                                    List.of(),
                                    curves)))
                        .toList(),
                    line(number + 1)))
            .toList(),
        List.of(),
        List.of());
  }

  private static DashboardProof fleet() {
    return new DashboardProof(
        "fleet",
        "GPU fleet",
        "Run:ai",
        List.of(new Chosen("cluster", "cluster-a"), new Chosen("node", "All")),
        List.of(),
        List.of(utilization(), mig(), total(), projects(), waiting(), memory()),
        line(20));
  }

  private static PanelProof utilization() {
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

  private static PanelProof mig() {
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
                curve(Map.of(), i -> i > 120 && i < 150 ? Double.NaN : 900 + 600 * Math.sin(i / 20.0)))),
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

  private static DashboardProof hardware() {
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

  private static DashboardProof store() {
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

  private static List<RuleProof> rules() {
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
            List.of(Flaw.warning("fires-when-healthy", "it fires on a healthy day, for {gpu=\"3\"}")),
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

  private static RuleProof recording() {
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

  private static RuleProof alert(String name) {
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

  private static IncidentProof lostGpu() {
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

  private static IncidentProof hoarder() {
    return new IncidentProof(
        "idle-hoarder",
        "A project holds GPUs | and does not use them",
        "A notebook holds eight GPUs for the whole day.",
        Duration.ofHours(3),
        List.of(new Fired("GpuIdleWhileAllocated", "warning", Duration.ofMinutes(90), 8)),
        List.of(new Sign("fleet", "GPU fleet", "Utilization by node", "48 → 0")),
        List.of());
  }

  private static IncidentProof quiet() {
    return new IncidentProof(
        "store-slow",
        "The store answers slowly",
        "Queries take four times as long as usual.",
        Duration.ofMinutes(30),
        List.of(),
        List.of(),
        List.of(Flaw.warning("no-alert", "no alert fires because of it")));
  }

  private static PanelProof panel(int id, String title, QueryProof... queries) {
    return new PanelProof(id, title, "timeseries", "", "", List.of(queries));
  }

  private static QueryProof query(
      String ref,
      String legend,
      String promql,
      String unit,
      List<Flaw> flaws,
      List<Curve> curves) {
    OptionalLong samples = curves.isEmpty() ? OptionalLong.empty() : OptionalLong.of(23_456);
    return new QueryProof(
        ref, legend, promql, unit, flaws, Measured.of(curves, samples), curves, line(21));
  }

  /** A query for one moment: a value for each name, the first one the greatest. */
  private static QueryProof now(
      String ref, String legend, String promql, String unit, double most, String... names) {
    List<Curve> curves =
        IntStream.range(0, names.length)
            .mapToObj(i ->
                new Curve(
                    LabelSet.of(names[i].isEmpty() ? Map.of() : Map.of("project", names[i])),
                    new long[] {FROM.toEpochMilli()},
                    new double[] {most / (i + 1)},
                    0))
            .toList();
    return query(ref, legend, promql, unit, List.of(), curves);
  }

  private static Curve curve(Map<String, String> labels, IntToDoubleFunction value) {
    return new Curve(
        LabelSet.of(labels),
        IntStream.range(0, MINUTES).mapToLong(i -> FROM.toEpochMilli() + i * 300_000L).toArray(),
        IntStream.range(0, MINUTES).mapToDouble(value).toArray(),
        0);
  }

  private static List<Flaw> flaws(String message) {
    return List.of(Flaw.error("empty", message), Flaw.warning(message, message));
  }

  private static Origin line(int line) {
    return new Origin("GpuFleet.java", line);
  }
}
