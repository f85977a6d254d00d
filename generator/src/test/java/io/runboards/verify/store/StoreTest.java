package io.runboards.verify.store;

import static io.runboards.verify.store.LoadedStore.at;
import static io.runboards.verify.store.LoadedStore.curve;
import static io.runboards.verify.store.LoadedStore.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.dashboard.Installation;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.write.History;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store is given, it has; and when it is gone, that is told. */
class StoreTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private static List<Curve> curves(Result result) {
    return ((Result.Curves) result).curves();
  }

  @Test
  void aSimulationIsLoadedFromItsFirstMomentToTheLast() throws Exception {
    try (LoadedStore loaded = LoadedStore.below(folder)) {
      Store store = loaded.store();
      Scenario scenario =
          new Scenario(
              1,
              new Size(1, 8, 1),
              Installation.NEWEST,
              List.of(),
              LoadedStore.START.getEpochSecond(),
              60,
              List.of());
      store.load(scenario, at(3));
      List<Curve> up = curves(store.range("up", minutes(0, 8), MINUTE));
      assertThat(up).isNotEmpty();
      assertThat(curves(store.query("count(up offset 1s)", LoadedStore.START))).isEmpty();
      assertThat(curves(store.query("max(timestamp(up))", at(7))).getFirst().values())
          .containsExactly(at(3).getEpochSecond());
      Curve each = curves(store.range("count({__name__!=\"\"})", minutes(0, 3), MINUTE)).getFirst();
      assertThat(store.loaded()).isEqualTo((long) DoubleStream.of(each.values()).sum());
    }
  }

  @Test
  void seriesMayBeGoneAndComeBack() throws Exception {
    try (LoadedStore loaded = LoadedStore.below(folder)) {
      Curve curve = curve("x{node=\"a\"}", new int[] {0, 1, 3}, 5, History.GONE, 6);
      loaded.store().load(List.of(new Past("x", curve.labels(), curve)));
      List<Curve> found = curves(loaded.store().range("x", minutes(0, 4), MINUTE));
      assertThat(found).containsExactly(curve("x{node=\"a\"}", new int[] {0, 3, 4}, 5, 6, 6));
      assertThat(loaded.store().loaded()).isEqualTo(3);
    }
  }

  @Test
  void aMistakeInAQueryIsNoFailureOfTheStore() throws Exception {
    try (LoadedStore loaded = LoadedStore.below(folder)) {
      assertThat(loaded.store().query("sum(", at(0))).isInstanceOf(Result.Refused.class);
    }
  }

  @Test
  void aStoreThatIsGoneIsTold() throws Exception {
    LoadedStore loaded = LoadedStore.below(folder);
    loaded.close();
    assertThatThrownBy(() -> loaded.store().query("up", at(0)))
        .isInstanceOf(StoreFailed.class)
        .hasCauseInstanceOf(NoAnswer.class);
  }

  @Test
  void batchesAreSentInTheirOrderAndAFailureIsTold() {
    List<Integer> sent = new ArrayList<>();
    try (Sending sending = new Sending(batch -> sent.add(batch.length))) {
      IntStream.range(0, 100).forEach(i -> sending.send(new byte[i]));
    }
    assertThat(sent).hasSize(100).isSorted();
    assertThatThrownBy(
            () -> {
              try (Sending sending = new Sending(StoreTest::fail)) {
                sending.send(new byte[0]);
              }
            })
        .hasMessage("full");
  }

  private static void fail(byte[] batch) {
    throw new IllegalStateException("full");
  }

  @Test
  void evaluationsStandAtWholeStepsSince1970() {
    Instant odd = Instant.parse("2020-01-01T00:00:50Z");
    assertThat(new Stretch(odd, odd.plusSeconds(600)).aligned(MINUTE)).isEqualTo(minutes(1, 10));
    assertThat(minutes(1, 10).aligned(MINUTE)).isEqualTo(minutes(1, 10));
  }

  @Test
  void aStretchEndsAfterItBegins() {
    assertThatThrownBy(() -> minutes(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(minutes(2, 5).earlier(MINUTE)).isEqualTo(minutes(1, 4));
  }
}
