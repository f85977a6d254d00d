package io.runboards.simulate.gpu;

import io.runboards.catalog.Metric;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Share;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The series of a GPU, or of one of its slices.
 *
 * <p>They carry the names of who holds it: with another holder come other series.
 */
final class Entity {
  private static final String PROFILE = "1g.10gb";
  private static final int FIRST_SLICE = 3;
  private static final String DRIVER = "570.133.20";

  private final Gpu gpu;
  private final int slice;
  private final Target target;
  private final Readings readings;
  private final LastError error;
  private final List<Shown> counted = new ArrayList<>();
  private final List<Gauge> read = new ArrayList<>();
  private Optional<Share> first = Optional.empty();
  private Holder holder = Holder.NOBODY;
  private Optional<Group> group = Optional.empty();

  /** A count, and how much of it is shown. */
  private static final class Shown {
    private final Counter counter;
    private final int number;
    private double value;

    Shown(Counter counter, int number) {
      this.counter = counter;
      this.number = number;
    }

    void show(double total) {
      counter.add(total - value);
      value = total;
    }
  }

  private Entity(Gpu gpu, int slice, Target target, Noise noise) {
    this.gpu = gpu;
    this.slice = slice;
    this.target = target;
    this.readings = new Readings(gpu, slice >= 0, noise);
    this.error = new LastError(target);
  }

  /** A GPU as a whole. */
  static Entity whole(Gpu gpu, Target target, Noise noise) {
    return new Entity(gpu, -1, target, noise);
  }

  /** One of the slices of a GPU, numbered from 0. */
  static Entity slice(Gpu gpu, int slice, Target target, Noise noise) {
    return new Entity(gpu, slice, target, noise.of(slice));
  }

  /**
   * Shows it.
   *
   * @param user the first of those who use it now
   */
  void show(Moment now, Optional<Share> user, Ledger ledger, Errors errors) {
    if (!user.equals(first)) {
      first = user;
      Holder other = Holder.of(gpu, user);
      if (!other.equals(holder)) {
        holder = other;
        end();
      }
    }
    error.show(errors, this::labels);
    if (gpu.isLost()) {
      hide();
      return;
    }
    if (group.isEmpty()) {
      group = Optional.of(begin());
    }
    readings.advance(now, user);
    int at = 0;
    for (int i = 0; i < Readings.READ.size(); i++) {
      if (readings.has(Readings.READ.get(i))) {
        read.get(at++).set(readings.value(i));
      }
    }
    for (Shown count : counted) {
      count.show(ledger.total(count.number));
    }
  }

  private Group begin() {
    Group begun = target.group();
    for (Metric metric : Readings.READ) {
      if (readings.has(metric)) {
        read.add(begun.gauge(metric, labels()));
      }
    }
    for (int i = 0; i < Ledger.COUNTED.size(); i++) {
      Metric metric = Ledger.COUNTED.get(i);
      if (readings.has(metric)) {
        counted.add(new Shown(begun.counter(metric, labels()), i));
      }
    }
    return begun;
  }

  /** Nothing is shown of it but its last error. */
  private void hide() {
    group.ifPresent(Group::end);
    group = Optional.empty();
    read.clear();
    counted.clear();
  }

  /** Its series end; it may begin again after the next scrape, or at once under other labels. */
  void end() {
    hide();
    error.end();
  }

  /** In the order in which the catalog lists them. */
  private String[] labels(String... more) {
    String[] own = {
      Integer.toString(gpu.index()),
      gpu.uuid(),
      gpu.busId(),
      "nvidia" + gpu.index(),
      gpu.model().name(),
      gpu.node().name(),
      "",
      slice < 0 ? "" : Integer.toString(FIRST_SLICE + slice),
      slice < 0 ? "" : PROFILE,
      holder.container(),
      holder.namespace(),
      holder.pod(),
      "",
      "",
      "",
      DRIVER
    };
    return Stream.of(own, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
