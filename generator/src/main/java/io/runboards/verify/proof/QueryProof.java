package io.runboards.verify.proof;

import io.runboards.dashboard.Origin;
import io.runboards.verify.prometheus.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query of a panel showed.
 *
 * @param ref the letter by which Grafana knows it
 * @param legend how its series are called; empty for their labels
 * @param promql the query as it was asked
 * @param unit Grafana's id of the unit that its values are shown in
 * @param flaws what is wrong with the answer
 * @param measured how much the answer was
 * @param curves its first series, to be drawn
 * @param origin the line that wrote it
 */
public record QueryProof(
    String ref,
    String legend,
    String promql,
    String unit,
    List<Flaw> flaws,
    Measured measured,
    List<Curve> curves,
    Origin origin) {
  public QueryProof {
    flaws = List.copyOf(flaws);
    curves = List.copyOf(curves);
  }

  /** The same with one more flaw. */
  public QueryProof with(Flaw flaw) {
    List<Flaw> all = new ArrayList<>(flaws);
    all.add(flaw);
    return new QueryProof(ref, legend, promql, unit, all, measured, curves, origin);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws.stream().map(Flaw::verdict).toList());
  }
}
