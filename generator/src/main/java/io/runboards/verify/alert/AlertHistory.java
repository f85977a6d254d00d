package io.runboards.verify.alert;

import io.runboards.rules.Alert.Hold;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
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
   * The episodes of all series, in the order of the curves.
   *
   * @param curves what the query showed at every evaluation from {@code start} to {@code end}
   */
  public static List<Episode> of(
      Hold hold, List<Curve> curves, Instant start, Instant end, Duration every) {
    return curves.stream().flatMap(it -> of(hold, it, start, end, every).stream()).toList();
  }

  private static List<Episode> of(
      Hold hold, Curve curve, Instant start, Instant end, Duration every) {
    AlertHistory history = new AlertHistory(curve.labels(), hold);
    int next = 0;
    for (Instant at = start; !at.isAfter(end); at = at.plus(every)) {
      boolean present = next < curve.size() && curve.times()[next] == at.toEpochMilli();
      if (present) {
        next++;
        history.present(at);
      } else {
        history.absent(at);
      }
    }
    history.close(Optional.empty());
    return history.episodes;
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
