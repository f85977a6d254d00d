package io.runboards.simulate.kube;

import io.runboards.catalog.Metric;
import java.util.Optional;
import java.util.stream.Stream;

/** A series that tells by a label why something is as it is, while it is so. */
final class Reason {
  private final Replicas replicas;
  private final Metric metric;
  private final String[] labels;
  private Optional<Batch> batch = Optional.empty();
  private String shown = "";

  /** For something with these labels; the reason comes behind them. */
  Reason(Replicas replicas, Metric metric, String... labels) {
    this.replicas = replicas;
    this.metric = metric;
    this.labels = labels.clone();
  }

  /** Shows a reason; none if it is empty. */
  void show(String reason) {
    if (reason.equals(shown)) {
      return;
    }
    end();
    shown = reason;
    if (!reason.isEmpty()) {
      Batch begun = replicas.batch();
      String[] all = Stream.concat(Stream.of(labels), Stream.of(reason)).toArray(String[]::new);
      begun.constant(1, metric, all);
      batch = Optional.of(begun);
    }
  }

  void end() {
    batch.ifPresent(Batch::end);
    batch = Optional.empty();
    shown = "";
  }
}
