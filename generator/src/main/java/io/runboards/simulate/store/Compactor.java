package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.List;

/** The pod that puts old blocks together, and writes the lists of them. */
final class Compactor {
  private static final int HOUR = 3600;
  private static final int QUARTER = 900;

  private final StorePod pod;
  private final Health health;
  private final Task run;
  private final List<Task> lists;
  private final Ring ring;

  /** Something that is done again and again, and says when it last was. */
  private static final class Task {
    private final Gauge done;
    private final int period;
    private final long delay;
    private long last;

    Task(Gauge done, int period, Noise noise) {
      this.done = done;
      this.period = period;
      this.delay = noise.among(period / 10, 0);
    }

    void advance(Moment now, boolean stalled) {
      if (last == 0 || !stalled && now.second() >= last + period + delay) {
        last = now.second();
      }
      done.set(last);
    }
  }

  Compactor(StorePod pod, List<Tenant> tenants, Health health, Noise noise) {
    this.pod = pod;
    this.health = health;
    this.run =
        new Task(pod.gauge(Mimir.COMPACTOR_LAST_SUCCESSFUL_RUN_TIMESTAMP_SECONDS), HOUR, noise);
    this.lists =
        tenants.stream()
            .map(tenant ->
                new Task(
                    pod.gauge(
                        Mimir.BUCKET_INDEX_LAST_SUCCESSFUL_UPDATE_TIMESTAMP_SECONDS, tenant.name()),
                    QUARTER,
                    noise.of(tenant.name())))
            .toList();
    this.ring = Ring.seenBy(pod, "compactor", 1);
  }

  void advance(Moment now) {
    pod.advance(now, true);
    ring.advance(0);
    run.advance(now, health.compactorStalled());
    for (Task list : lists) {
      list.advance(now, health.compactorStalled());
    }
  }
}
