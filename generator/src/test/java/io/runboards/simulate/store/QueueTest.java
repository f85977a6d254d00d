package io.runboards.simulate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {
  private static final int STEP = 30;
  private static final long A_STEP = 6000;

  private final Health store = new Health();
  private Moment now = new Moment(1_000_000, STEP);

  private void step(Queue queue, Runnable trouble) {
    now = now.next();
    queue.calm();
    store.calm();
    trouble.run();
    queue.advance(now, A_STEP, store);
  }

  private void steps(Queue queue, int many, Runnable trouble) {
    for (int i = 0; i < many; i++) {
      step(queue, trouble);
    }
  }

  private double lag(Queue queue) {
    return now.second() - queue.newest();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsOfferedIsDeliveredOrLostOrWaits(long seed) {
    Noise chance = new Noise(seed);
    Queue queue = new Queue(3, chance);
    long delivered = 0;
    long lost = 0;
    int steps = 1500;
    for (int i = 0; i < steps; i++) {
      long hour = i / 120;
      step(
          queue,
          () -> {
            switch (chance.among(5, hour)) {
              case 0 -> queue.cut();
              case 1 -> queue.throttle(0.2);
              case 2 -> queue.refuse(0.3);
              case 3 -> store.failWrites(0.5);
              default -> store.slowDown(200, 1);
            }
          });
      delivered += queue.delivered();
      lost += queue.failed() + queue.tooOld();
      assertThat(queue.tried()).isEqualTo(queue.delivered() + queue.retried() + queue.failed());
      assertThat(queue.arrived()).isBetween(queue.delivered(), queue.tried());
      assertThat(queue.shards()).isBetween(1, Queue.MOST_SHARDS);
    }
    for (int i = 0; i < steps; i++) {
      step(queue, () -> {});
      delivered += queue.delivered();
      lost += queue.failed() + queue.tooOld();
    }
    assertThat(delivered + lost).isEqualTo(2 * steps * A_STEP);
  }

  @Test
  void itFallsBehindWhileTheWayIsCutAndCatchesUpAfterwards() {
    Queue queue = new Queue(4, new Noise(1));
    steps(queue, 10, () -> {});
    assertThat(lag(queue)).isLessThan(10);
    steps(queue, 60, queue::cut);
    assertThat(queue.arrived()).isZero();
    assertThat(lag(queue)).isCloseTo(60 * STEP, within(10.0));
    steps(queue, 10, () -> {});
    assertThat(lag(queue)).isBetween(500.0, 60.0 * STEP);
    steps(queue, 20, () -> {});
    assertThat(lag(queue)).isLessThan(10);
  }

  @Test
  void whatHasWaitedForTwoHoursIsGivenUp() {
    Queue queue = new Queue(4, new Noise(1));
    long twoHours = 7200 / STEP;
    for (int i = 0; i < twoHours; i++) {
      step(queue, queue::cut);
      assertThat(queue.tooOld()).isZero();
    }
    step(queue, queue::cut);
    assertThat(queue.tooOld()).isEqualTo(A_STEP);
  }

  @Test
  void itWantsMoreShardsThanThereAreWhenTheWayIsTooNarrow() {
    Queue queue = new Queue(10, new Noise(1));
    steps(queue, 10, () -> {});
    assertThat(queue.desiredShards()).isLessThan(Queue.MOST_SHARDS / 2.0);
    steps(queue, 10, () -> queue.throttle(0.05));
    assertThat(queue.desiredShards()).isGreaterThan(Queue.MOST_SHARDS);
    assertThat(queue.shards()).isEqualTo(Queue.MOST_SHARDS);
  }
}
