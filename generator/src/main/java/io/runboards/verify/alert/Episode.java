package io.runboards.verify.alert;

import io.runboards.verify.prometheus.LabelSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which an alert was active for one series.
 *
 * @param labels the labels of the series
 * @param active when its query first had a result
 * @param fires when it began to fire; empty if it was only pending
 * @param ends when it was over; empty if that is not known
 */
public record Episode(
    LabelSet labels, Instant active, Optional<Instant> fires, Optional<Instant> ends) {

  /** The same, so much later. */
  Episode later(Duration delay) {
    return new Episode(
        labels,
        active.plus(delay),
        fires.map(it -> it.plus(delay)),
        ends.map(it -> it.plus(delay)));
  }
}
