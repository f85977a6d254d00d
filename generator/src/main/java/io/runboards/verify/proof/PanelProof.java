package io.runboards.verify.proof;

import java.util.List;

/**
 * What a panel showed.
 *
 * @param id its number in the dashboard
 * @param title its title
 * @param kind what it is in Grafana, such as {@code timeseries}
 * @param row the title of the row that it stands in
 * @param mayBeEmpty why it may be empty, if it may; else empty
 * @param queries its queries
 */
public record PanelProof(
    int id, String title, String kind, String row, String mayBeEmpty, List<QueryProof> queries) {
  public PanelProof {
    queries = List.copyOf(queries);
  }

  public Verdict verdict() {
    return Verdict.worst(queries.stream().map(QueryProof::verdict).toList());
  }
}
