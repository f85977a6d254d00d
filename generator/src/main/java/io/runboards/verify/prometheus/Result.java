package io.runboards.verify.prometheus;

import java.util.List;
import java.util.Optional;

/** What a store says to a query. */
public sealed interface Result {

  /**
   * It has an answer, which may be empty.
   *
   * @param curves the series; a query for one moment gives each one value, a scalar has no labels
   * @param effort what it cost; empty if the store does not tell
   * @param warnings what may be wrong with the answer
   * @param infos what may be wrong with the query
   */
  record Curves(
      List<Curve> curves, Optional<Effort> effort, List<String> warnings, List<String> infos)
      implements Result {
    public Curves {
      curves = List.copyOf(curves);
      warnings = List.copyOf(warnings);
      infos = List.copyOf(infos);
    }
  }

  /**
   * It does not answer this query.
   *
   * @param type what kind of mistake it is, such as {@code bad_data} or {@code execution}
   * @param error the mistake, in words, mostly the store's own
   */
  record Refused(String type, String error) implements Result {}
}
