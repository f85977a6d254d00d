package io.runboards.simulate.runai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Family;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Scrapes.Found;
import io.runboards.simulate.Scrapes.Point;
import io.runboards.simulate.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunaiMetricsTest {
  private static final Set<String> FAMILIES =
      Set.of("runai", "runai-retired", "runai-internal", "kai");
  private static final int AN_HOUR = 120;

  @Test
  void everyMetricIsThereOnASmallPlatform() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(1, Size.SMALL), AN_HOUR);
    assertThat(names(scrapes)).containsAll(expected(ClusterVersion.V2_17));
  }

  @Test
  void anOlderClusterHasTheOldNames() {
    Installation old = new Installation(ClusterVersion.V2_16, Spelling.USUAL);
    Scenario newest = Scrapes.scenario(1, Size.SMALL);
    Scenario scenario =
        new Scenario(
            1, Size.SMALL, old, List.of(), newest.from(), newest.step(), newest.incidents());
    Set<String> names = names(Scrapes.of(scenario, AN_HOUR));
    assertThat(names).containsAll(expected(ClusterVersion.V2_16));
    assertThat(names)
        .doesNotContain("runai_run_time_seconds_per_workload")
        .contains("runai_job_total_runtime");
  }

  private static Set<String> expected(ClusterVersion version) {
    return families()
        .filter(metric -> metric.history().existsIn(version))
        .flatMap(metric -> metric.series().stream())
        .map(Metric::name)
        .collect(Collectors.toSet());
  }

  private static Stream<Metric> families() {
    return Catalog.standard().families().stream()
        .filter(family -> FAMILIES.contains(family.id()))
        .map(Family::metrics)
        .flatMap(List::stream);
  }

  private static Set<String> names(Scrapes scrapes) {
    return scrapes.all().stream().map(Found::name).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 48, 100})
  void valuesAreInTheRangeOfTheCatalog(int gpus) {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(gpus, Size.ofGpus(gpus)), AN_HOUR);
    families()
        .flatMap(metric -> metric.series().stream())
        .forEach(metric ->
            assertThat(scrapes.named(metric.name()))
                .allSatisfy(found ->
                    assertThat(found.points())
                        .extracting(Point::value)
                        .as(found.id())
                        .allSatisfy(value ->
                            assertThat(value)
                                .isBetween(metric.range().min(), metric.range().max()))));
  }

  @Test
  void countersOnlyGrow() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(2, Size.SMALL), 3 * AN_HOUR);
    families()
        .flatMap(metric -> metric.series().stream())
        .filter(metric -> metric.kind() == Kind.COUNTER)
        .flatMap(metric -> scrapes.named(metric.name()).stream())
        .forEach(
            found -> assertThat(found.points()).extracting(Point::value).as(found.id()).isSorted());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void allocationsAddUpInEveryScrape(long seed) {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(seed, Size.SMALL), AN_HOUR);
    for (int i = 1; i <= AN_HOUR; i++) {
      long second = Scrapes.NOON + i * 30L;
      double byNode = sum(scrapes, "runai_allocated_gpu_count_per_node", second);
      assertThat(byNode).isPositive();
      assertThat(sum(scrapes, "runai_allocated_gpu_count_per_project", second))
          .isCloseTo(byNode, within(1e-6));
      assertThat(sum(scrapes, "runai_allocated_gpu_count_per_workload", second))
          .isCloseTo(byNode, within(1e-6));
      assertThat(sum(scrapes, "runai_allocated_gpu_count_per_pod", second))
          .isCloseTo(byNode, within(1e-6));
      assertThat(sum(scrapes, "runai_gpu_utilization_per_pod_per_gpu", second))
          .isCloseTo(sum(scrapes, "runai_gpu_utilization_per_gpu", second), within(1e-6));
      assertThat(sum(scrapes, "runai_gpu_memory_used_mebibytes_per_pod_per_gpu", second))
          .isCloseTo(sum(scrapes, "runai_gpu_memory_used_mebibytes_per_gpu", second), within(1e-3));
    }
  }

  private static double sum(Scrapes scrapes, String name, long second) {
    return scrapes.named(name).stream().mapToDouble(found -> found.at(second).orElse(0.0)).sum();
  }

  @Test
  void aSeriesIsThereOnlyOnce() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(3, Size.SMALL), 3 * AN_HOUR);
    scrapes.all().stream()
        .collect(Collectors.groupingBy(Found::id))
        .forEach((id, same) ->
            assertThat(same.stream().flatMap(found -> found.points().stream()).map(Point::second))
                .as(id)
                .doesNotHaveDuplicates());
  }

  @Test
  void theSameSeedGivesTheSameSamples() {
    Scenario scenario = Scrapes.scenario(7, Size.SMALL);
    String once = Scrapes.of(scenario, 30).text();
    assertThat(Scrapes.of(scenario, 30).text()).isEqualTo(once);
    assertThat(Scrapes.of(Scrapes.scenario(8, Size.SMALL), 30).text()).isNotEqualTo(once);
  }
}
