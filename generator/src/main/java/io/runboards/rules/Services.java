package io.runboards.rules;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.query.Queries.labelJoin;
import static io.runboards.query.Queries.sum;

import io.runboards.catalog.Label;
import io.runboards.query.Series;
import java.util.List;
import java.util.Optional;

/** What an objective is held for: its errors are counted by themselves, and have a budget. */
public sealed interface Services {

  /**
   * One service for each combination of labels, named by their values: {@code chat/llama}.
   *
   * @param labels the labels
   */
  record Each(List<Label> labels) implements Services {
    public Each {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A single service.
   *
   * @param name its name
   */
  record Only(String name) implements Services {}

  /** The series by service. */
  default Series of(Series series) {
    return switch (this) {
      case Each(List<Label> labels) -> sum(labelJoin(series, SERVICE, "/", labels)).by(SERVICE);
      case Only only -> sum(series);
    };
  }

  /** The name that a rule gives the one service there is. */
  default Optional<String> only() {
    return this instanceof Only(String name) ? Optional.of(name) : Optional.empty();
  }
}
