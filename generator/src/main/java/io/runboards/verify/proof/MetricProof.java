package io.runboards.verify.proof;

import java.util.List;

/**
 * Whether a store of the user's own has a metric that dashboards or rules read.
 *
 * @param name its name
 * @param source where it comes from, by the catalog
 * @param isThere whether there are series of it
 * @param readers the titles of the dashboards and the names of the rules that read it
 * @param flaws what is missing, and why, as far as that can be found out
 */
public record MetricProof(
    String name, String source, boolean isThere, List<String> readers, List<Flaw> flaws) {
  public MetricProof {
    readers = List.copyOf(readers);
    flaws = List.copyOf(flaws);
  }

  public Verdict verdict() {
    return Verdict.worst(flaws.stream().map(Flaw::verdict).toList());
  }
}
