package io.runboards.verify.report;

import io.runboards.dashboard.Origin;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.QueryProof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The small parts of proofs that are made up for tests. */
final class Parts {
  static final Instant FROM = Instant.parse("2015-01-06T00:00:00Z");

  private static final int MINUTES = 288;

  private Parts() {}

  static PanelProof panel(int id, String title, QueryProof... queries) {
    return new PanelProof(id, title, "timeseries", "", "", List.of(queries));
  }

  static QueryProof query(
      String ref, String legend, String promql, String unit, List<Flaw> flaws, List<Curve> curves) {
    OptionalLong samples = curves.isEmpty() ? OptionalLong.empty() : OptionalLong.of(23_456);
    return new QueryProof(
        ref, legend, promql, unit, flaws, Measured.of(curves, samples), curves, line(21));
  }

  /** A query for one moment: a value for each name, the first one the greatest. */
  static QueryProof now(
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

  static Curve curve(Map<String, String> labels, IntToDoubleFunction value) {
    return new Curve(
        LabelSet.of(labels),
        IntStream.range(0, MINUTES).mapToLong(i -> FROM.toEpochMilli() + i * 300_000L).toArray(),
        IntStream.range(0, MINUTES).mapToDouble(value).toArray(),
        0);
  }

  static List<Flaw> flaws(String message) {
    return List.of(Flaw.error("empty", message), Flaw.warning(message, message));
  }

  static Origin line(int line) {
    return new Origin("GpuFleet.java", line);
  }
}
