package io.runboards.verify.alert;

import io.runboards.rules.Alert.Hold;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an alert fired, worked out from the results of its query as Prometheus would have done it:
 * pending until the query had results for long enough, firing until they are gone, and a while
 * longer if the alert says so.
 */
public final class AlertHistory {
  private final LabelSet labels;
  private final Hold hold;
  private final List<Episode> episodes = new ArrayList<>();
  private Instant active;
  private Instant fires;
  private Instant missing;

  private AlertHistory(LabelSet labels, Hold hold) {
    this.labels = labels;
    this.hold = hold;
  }

  /**
   * The times in which the alert was active for a series.
   *
   * @param curve what the query showed at the evaluations
   * @param times from the first evaluation to the last one
   * @param every how far apart they are
   */
  public static List<Episode> of(Hold hold, Curve curve, Stretch times, Duration every) {
    AlertHistory history = new AlertHistory(curve.labels(), hold);
    int next = 0;
    for (Instant at = times.from(); !at.isAfter(times.until()); at = at.plus(every)) {
      if (next < curve.size() && curve.times()[next] == at.toEpochMilli()) {
        next++;
        history.present(at);
      } else {
        history.absent(at);
      }
    }
    history.close(Optional.empty());
    return List.copyOf(history.episodes);
  }

  private void present(Instant at) {
    if (active == null) {
      active = at;
    }
    missing = null;
    if (fires == null && !at.isBefore(active.plus(hold.before().duration()))) {
      fires = at;
    }
  }

  private void absent(Instant at) {
    if (active == null) {
      return;
    }
    if (missing == null) {
      missing = at;
    }
    boolean goesOn = fires != null && at.isBefore(missing.plus(hold.after().duration()));
    if (!goesOn) {
      close(Optional.of(at));
    }
  }

  private void close(Optional<Instant> end) {
    if (active != null) {
      episodes.add(new Episode(labels, active, Optional.ofNullable(fires), end));
    }
    active = null;
    fires = null;
    missing = null;
  }
}
