package io.runboards.verify.report;

import static io.runboards.verify.report.Parts.FROM;
import static io.runboards.verify.report.Parts.curve;
import static io.runboards.verify.report.Parts.flaws;
import static io.runboards.verify.report.Parts.line;
import static io.runboards.verify.report.Parts.now;
import static io.runboards.verify.report.Parts.panel;
import static io.runboards.verify.report.Parts.query;

import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.DashboardProof.Chosen;
import io.runboards.verify.proof.Ground;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Proofs made up for tests. */
public final class Proofs {
  private static final Ground GROUND =
      new Ground(
          "Prometheus 3.11.3",
          "a simulated day of 100 GPUs on 13 nodes, in steps of 60 s",
          FROM,
          FROM.plus(Duration.ofDays(1)),
          4_812_345);

  private Proofs() {}

  /** A proof with every verdict, every kind of figure and every kind of part. */
  public static Proof mixed() {
    return new Proof(
        "example",
        GROUND,
        List.of(ExampleParts.fleet(), ExampleParts.hardware(), ExampleParts.store()),
        ExampleParts.rules(),
        List.of(ExampleParts.lostGpu(), ExampleParts.hoarder(), ExampleParts.quiet()));
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
                List.of(ExampleParts.utilization(), ExampleParts.mig()),
                line(20))),
        List.of(ExampleParts.recording(), ExampleParts.alert("GpuXidFatal")),
        List.of(ExampleParts.lostGpu()));
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
            Kind.ALERT,
            endless,
            script,
            quotes,
            endless,
            flaws(endless),
            Measured.NOTHING,
            line(2));
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
}
