package io.runboards.simulate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.catalog.ValueRange;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Scrapes.Found;
import io.runboards.simulate.Scrapes.Point;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import io.runboards.simulate.scrape.Series.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringTest {
  private static final int TWO_HOURS = 240;

  static Stream<Metric> metrics() {
    return Catalog.standard().families().stream()
        .filter(family -> List.of("prometheus", "mimir").contains(family.id()))
        .flatMap(family -> family.metrics().stream());
  }

  static Stream<String> counters() {
    return metrics()
        .flatMap(metric -> metric.series().stream())
        .filter(metric -> metric.kind() == Kind.COUNTER)
        .map(Metric::name);
  }

  private static Scrapes twoHours(long seed) {
    return Scrapes.of(Scrapes.scenario(seed, Size.SMALL), TWO_HOURS);
  }

  /** By how much counters have grown, although some began again at 0. */
  private static double growth(List<Found> counters) {
    return counters.stream().mapToDouble(MonitoringTest::growth).sum();
  }

  private static double growth(Found counter) {
    double sum = 0;
    double before = counter.points().getFirst().value();
    for (Point point : counter.points()) {
      sum += point.value() < before ? point.value() : point.value() - before;
      before = point.value();
    }
    return sum;
  }

  private static double growth(Scrapes scrapes, String name, Predicate<Found> which) {
    return growth(scrapes.named(name).stream().filter(which).toList());
  }

  private static Predicate<Found> of(String label, String value) {
    return found -> found.label(label).equals(value);
  }

  @Test
  void allThatTheCatalogSaysOfPrometheusAndMimirIsShown() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(1, Size.SMALL), 2);
    metrics()
        .flatMap(metric -> metric.series().stream())
        .forEach(metric -> {
          assertThat(scrapes.now(metric.name())).as(metric.name()).isNotEmpty();
          ValueRange range = metric.range();
          assertThat(scrapes.now(metric.name()))
              .as(metric.name())
              .allSatisfy(found -> assertThat(found.last()).isBetween(range.min(), range.max()));
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatTheQueuesSendIsWhatTheDistributorsReceive(long seed) {
    Scrapes scrapes = twoHours(seed);
    double sent = growth(scrapes.named("prometheus_remote_storage_samples_total"));
    double lost = growth(scrapes.named("prometheus_remote_storage_samples_failed_total"));
    double came =
        growth(scrapes, "cortex_distributor_samples_in_total", of("user", Monitoring.OPERATOR));
    assertThat(sent).isGreaterThan(100_000);
    assertThat(came).isEqualTo(sent - lost);
  }

  @ParameterizedTest
  @ValueSource(strings = {"team-a", "team-b"})
  void whatATenantWithLimitsSendsIsTakenOrRefused(String tenant) {
    Incident tooMuch =
        new Incident(
            "too-much",
            "too much",
            "",
            Duration.ofHours(1),
            (platform, seconds) -> platform.monitoring().tenant(tenant).overrun(2));
    Scenario scenario = Scrapes.scenario(4, Size.SMALL);
    Scrapes scrapes =
        Scrapes.of(scenario.with(List.of(tooMuch.from(scenario.from() + 1800))), TWO_HOURS);
    Predicate<Found> own = of("user", tenant);
    double in = growth(scrapes, "cortex_distributor_samples_in_total", own);
    double taken = growth(scrapes, "cortex_distributor_received_samples_total", own);
    double refused =
        growth(scrapes, "cortex_discarded_samples_total", own.and(of("reason", "rate_limited")));
    assertThat(refused).isGreaterThan(in / 10);
    assertThat(in).isEqualTo(taken + refused);
    assertThat(growth(scrapes, "cortex_discarded_samples_total", own))
        .isBetween(refused + 1, in - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneOfTwoCopiesIsKept(long seed) {
    Scrapes scrapes = twoHours(seed);
    Predicate<Found> own = of("user", Monitoring.OPERATOR);
    double in = growth(scrapes, "cortex_distributor_samples_in_total", own);
    double taken = growth(scrapes, "cortex_distributor_received_samples_total", own);
    assertThat(taken).isCloseTo(in / 2, within(in / 1000));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachIngesterHoldsTheSeriesOfAllTenants(long seed) {
    Scrapes scrapes = twoHours(seed);
    Map<String, Double> active =
        scrapes.now("cortex_ingester_active_series").stream()
            .collect(
                Collectors.groupingBy(
                    found -> found.label("pod"),
                    TreeMap::new,
                    Collectors.summingDouble(Found::last)));
    assertThat(active).hasSize(Ingester.MANY);
    assertThat(active.values().stream().distinct()).hasSize(1);
    assertThat(scrapes.now("cortex_ingester_memory_series"))
        .hasSize(Ingester.MANY)
        .allSatisfy(found -> {
          double held = active.get(found.label("pod"));
          assertThat(found.last()).isBetween(held, 1.5 * held);
        });
  }

  @Test
  void theOperatorsSeriesAreThoseThatAreScraped() {
    Scrapes scrapes = twoHours(5);
    double scraped = scrapes.now("scrape_samples_scraped").stream().mapToDouble(Found::last).sum();
    assertThat(scrapes.now("cortex_ingester_active_series"))
        .filteredOn(of("user", Monitoring.OPERATOR))
        .allSatisfy(found -> assertThat(found.last()).isCloseTo(scraped, within(0.05 * scraped)));
    assertThat(scrapes.now("prometheus_tsdb_head_series"))
        .hasSize(2)
        .allSatisfy(found -> assertThat(found.last()).isBetween(scraped, 1.4 * scraped));
  }

  @Test
  void countersFallOnlyToBeginAgain() {
    Scrapes day = Scrapes.of(Scrapes.scenario(6, Size.SMALL).starting(Scrapes.NOON, 60), 1440);
    Map<String, Long> restarts = new TreeMap<>();
    counters()
        .flatMap(name -> day.named(name).stream())
        .forEach(found -> {
          double rises = growth(found);
          double sawn = found.points().getLast().value() - found.points().getFirst().value();
          assertThat(rises).isNotNegative();
          if (sawn < rises - 1e-6) {
            restarts.merge(found.label("instance"), 1L, Long::sum);
          }
        });
    assertThat(restarts).hasSizeBetween(1, 12);
  }

  @Test
  void bucketsHoldAllSmallerOnes() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(7, Size.SMALL), 20);
    Map<List<Tag>, List<Found>> histograms =
        scrapes.now("cortex_request_duration_seconds_bucket").stream()
            .collect(
                Collectors.groupingBy(found ->
                    found.tags().stream().filter(tag -> !tag.name().equals("le")).toList()));
    assertThat(histograms).hasSizeGreaterThan(10);
    Map<List<Tag>, Double> counts =
        scrapes.now("cortex_request_duration_seconds_count").stream()
            .collect(Collectors.toMap(Found::tags, Found::last));
    histograms.forEach((tags, buckets) -> {
      assertThat(buckets.stream().map(Found::last)).isSorted();
      assertThat(buckets.getLast().last()).isCloseTo(counts.get(tags), within(1e-6));
    });
  }

  @Test
  void theSameSeedGivesTheSameSamples() {
    String once = Scrapes.of(Scrapes.scenario(8, Size.SMALL), 60).text();
    assertThat(Scrapes.of(Scrapes.scenario(8, Size.SMALL), 60).text()).isEqualTo(once);
    assertThat(Scrapes.of(Scrapes.scenario(9, Size.SMALL), 60).text()).isNotEqualTo(once);
  }

  @Test
  void aTenantsTroubleIsItsOwn() {
    Incident quiet =
        new Incident(
            "quiet",
            "quiet",
            "",
            Duration.ofMinutes(50),
            (platform, seconds) -> platform.monitoring().tenant("team-c").fallSilent());
    Scenario scenario = Scrapes.scenario(10, Size.SMALL);
    Map<String, String> well = texts(Scrapes.of(scenario, TWO_HOURS));
    Map<String, String> ill =
        texts(Scrapes.of(scenario.with(List.of(quiet.from(scenario.from() + 600))), TWO_HOURS));
    assertThat(ill.keySet()).isEqualTo(well.keySet());
    List<String> changed =
        well.keySet().stream().filter(id -> !well.get(id).equals(ill.get(id))).toList();
    assertThat(changed)
        .isNotEmpty()
        .allMatch(id ->
            id.contains("team-c")
                || id.startsWith("cortex_ingester_memory_series")
                || id.startsWith("cortex_request_duration_seconds")
                || id.startsWith("scrape_"));
  }

  private static Map<String, String> texts(Scrapes scrapes) {
    return scrapes.all().stream()
        .collect(Collectors.toMap(Found::id, found -> found.points().toString()));
  }

  @ParameterizedTest
  @MethodSource("counters")
  void ratesDoNotDependOnTheStep(String counter) {
    double fine = growth(Fine.QUARTERS.named(counter));
    double coarse = growth(Fine.MINUTES.named(counter));
    double few = 30;
    assertThat(coarse).isCloseTo(fine, within(0.05 * fine + few));
  }

  /** The same two hours in steps of a quarter of a minute, and of a minute. */
  private static final class Fine {
    static final Scrapes QUARTERS = inSteps(15);
    static final Scrapes MINUTES = inSteps(60);

    private static Scrapes inSteps(int seconds) {
      Scenario scenario = Scrapes.scenario(11, Size.SMALL).starting(Scrapes.NOON, seconds);
      return Scrapes.of(scenario, 7200 / seconds);
    }
  }

  @Test
  void labelsOfAllSeriesTakeThePlaceOfTheStoresOwn() {
    Scenario usual = Scrapes.scenario(12, Size.SMALL);
    Scenario scenario =
        new Scenario(
            usual.seed(),
            usual.size(),
            usual.site(),
            List.of(new Tag("cluster", "c9")),
            usual.from(),
            usual.step(),
            List.of());
    assertThat(Scrapes.of(scenario, 1).now("cortex_ring_members"))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found.label("cluster")).isEqualTo("c9"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 400})
  void limitsAreWideEnoughForPlatformsOfAnySize(int gpus) {
    Simulation simulation = Simulation.of(Scrapes.scenario(gpus, Size.ofGpus(gpus)));
    for (int i = 0; i < 20; i++) {
      simulation.advance();
      for (Tenant tenant : simulation.platform().monitoring().tenants()) {
        assertThat(tenant.active()).isBetween(1.0, 0.85 * tenant.limits().series());
        assertThat(tenant.discarded(Discard.RATE_LIMITED)).isZero();
      }
    }
  }
}
