package io.runboards.simulate.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Kind;
import io.runboards.catalog.Metric;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Scrapes.Found;
import io.runboards.simulate.Scrapes.Point;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpuMetricsTest {
  private static final int AN_HOUR = 120;
  private static final String UTILIZATION = "DCGM_FI_DEV_GPU_UTIL";
  private static final String TEMPERATURE = "DCGM_FI_DEV_GPU_TEMP";
  private static final String ENERGY = "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION";
  private static final String LAST_ERROR = "DCGM_FI_DEV_XID_ERRORS";

  private static Stream<Metric> metrics() {
    return Catalog.standard().families().stream()
        .filter(family -> family.id().equals("dcgm"))
        .map(Family::metrics)
        .flatMap(List::stream);
  }

  private static Scrapes anHour(long seed, Size size) {
    return Scrapes.of(Scrapes.scenario(seed, size), AN_HOUR);
  }

  /** What happens to the first node for ten minutes, ten minutes from now. */
  private static Scrapes withMishap(Consumer<Node> mishap) {
    Incident incident =
        new Incident(
            "mishap",
            "Mishap",
            "Something happens.",
            Duration.ofMinutes(10),
            (platform, seconds) -> mishap.accept(first(platform)));
    Scenario scenario = Scrapes.scenario(4, Size.SMALL);
    return Scrapes.of(scenario.with(List.of(incident.from(scenario.from() + 600))), AN_HOUR);
  }

  private static Node first(Platform platform) {
    return platform.clusters().first().nodes().getFirst();
  }

  private static String gpu(Found found) {
    String node = found.name().startsWith("runai") ? found.label("node") : found.label("Hostname");
    return node + "/" + found.label("gpu");
  }

  @Test
  void everyMetricIsThereOnASmallPlatform() {
    Set<String> names =
        anHour(1, Size.SMALL).all().stream().map(Found::name).collect(Collectors.toSet());
    assertThat(names).containsAll(metrics().map(Metric::name).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 48, 100})
  void valuesAreInTheRangeOfTheCatalogOrBlank(int gpus) {
    Scrapes scrapes = anHour(gpus, Size.ofGpus(gpus));
    metrics()
        .forEach(metric ->
            assertThat(scrapes.named(metric.name()))
                .flatExtracting(Found::points)
                .extracting(Point::value)
                .filteredOn(value -> value != Readings.BLANK)
                .as(metric.name())
                .allMatch(value -> value >= metric.range().min() && value <= metric.range().max()));
  }

  @Test
  void onlyTheTemperatureOfMemoryIsEverBlank() {
    Scrapes scrapes = anHour(1, Size.SMALL);
    assertThat(scrapes.all())
        .filteredOn(found -> found.last() == Readings.BLANK)
        .isNotEmpty()
        .allMatch(found -> found.name().equals("DCGM_FI_DEV_MEMORY_TEMP"))
        .allMatch(found -> !found.label("modelName").contains("00"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aGpuIsAsBusyAsRunaiSays(long seed) {
    Scrapes.of(
        Simulation.of(Scrapes.scenario(seed, Size.SMALL)),
        AN_HOUR,
        simulation -> {
          Scrapes now = new Scrapes();
          now.scrape(simulation.platform().targets(), simulation.now().second());
          var said =
              now.named("runai_gpu_utilization_per_gpu").stream()
                  .collect(Collectors.toMap(GpuMetricsTest::gpu, Found::last));
          assertThat(now.named(UTILIZATION))
              .isNotEmpty()
              .allSatisfy(found -> assertThat(said).containsEntry(gpu(found), found.last()));
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void memoryAddsUpAndIsWhatRunaiSays(long seed) {
    Scrapes scrapes = anHour(seed, Size.SMALL);
    var used =
        scrapes.now("DCGM_FI_DEV_FB_USED").stream()
            .collect(
                Collectors.groupingBy(GpuMetricsTest::gpu, Collectors.summingDouble(Found::last)));
    assertThat(scrapes.now("runai_gpu_memory_used_mebibytes_per_gpu"))
        .isNotEmpty()
        .allSatisfy(
            found -> assertThat(used.get(gpu(found))).isCloseTo(found.last(), within(1e-6)));
    List<Found> total = scrapes.named("DCGM_FI_DEV_FB_TOTAL");
    List<Found> free = scrapes.named("DCGM_FI_DEV_FB_FREE");
    List<Found> taken = scrapes.named("DCGM_FI_DEV_FB_USED");
    List<Found> reserved = scrapes.named("DCGM_FI_DEV_FB_RESERVED");
    for (int i = 0; i < total.size(); i++) {
      for (int j = 0; j < total.get(i).points().size(); j++) {
        double parts = at(free, i, j) + at(taken, i, j) + at(reserved, i, j);
        assertThat(at(free, i, j)).isNotNegative();
        assertThat(parts).isCloseTo(at(total, i, j), within(1e-6));
      }
    }
  }

  private static double at(List<Found> all, int series, int point) {
    return all.get(series).points().get(point).value();
  }

  @Test
  void aSlicedGpuIsShownSliceBySliceAndHasNoUtilization() {
    Scrapes scrapes = anHour(1, Size.SMALL);
    assertThat(scrapes.now(TEMPERATURE))
        .filteredOn(found -> found.label("Hostname").contains("mig"))
        .hasSize(8 * Gpu.SLICES)
        .allMatch(found -> found.label("GPU_I_PROFILE").equals("1g.10gb"))
        .extracting(found -> found.label("UUID") + found.label("GPU_I_ID"))
        .doesNotHaveDuplicates();
    assertThat(scrapes.named(UTILIZATION)).allMatch(found -> found.label("GPU_I_ID").isEmpty());
  }

  @Test
  void countersOnlyGrowWhileNothingRestarts() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(2, Size.SMALL), 4 * AN_HOUR);
    metrics()
        .filter(metric -> metric.kind() == Kind.COUNTER)
        .flatMap(metric -> scrapes.named(metric.name()).stream())
        .forEach(found -> assertThat(found.points()).extracting(Point::value).isSorted());
  }

  @Test
  void energyGoesOnWhenAGpuGetsAnotherHolder() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(2, Size.SMALL), 4 * AN_HOUR);
    var bySlot =
        scrapes.named(ENERGY).stream()
            .collect(Collectors.groupingBy(found -> gpu(found) + found.label("GPU_I_ID")));
    assertThat(bySlot.values()).anyMatch(several -> several.size() > 1);
    assertThat(bySlot.values())
        .allSatisfy(several ->
            assertThat(
                    several.stream()
                        .flatMap(found -> found.points().stream())
                        .sorted((one, other) -> Long.compare(one.second(), other.second()))
                        .map(Point::value))
                .isSorted());
  }

  @Test
  void aLostGpuLeavesOnlyItsLastErrorUntilItIsBack() {
    Scrapes scrapes =
        withMishap(node -> {
          Gpu gpu = node.gpus().getFirst();
          gpu.lose();
          gpu.xid(79);
        });
    long during = Scrapes.NOON + 900;
    assertThat(ofFirstGpu(scrapes, TEMPERATURE)).noneMatch(found -> found.at(during).isPresent());
    assertThat(ofFirstGpu(scrapes, LAST_ERROR))
        .filteredOn(found -> found.at(during).isPresent())
        .singleElement()
        .satisfies(found -> assertThat(found.last()).isEqualTo(79))
        .satisfies(found -> assertThat(found.label("err_code")).isEqualTo("79"));
    assertThat(scrapes.now(LAST_ERROR))
        .filteredOn(found -> gpu(found).equals("h100-01/0"))
        .allMatch(found -> found.last() != 79);
    assertThat(scrapes.now(TEMPERATURE)).anyMatch(found -> gpu(found).equals("h100-01/0"));
  }

  private static List<Found> ofFirstGpu(Scrapes scrapes, String metric) {
    return scrapes.named(metric).stream().filter(found -> gpu(found).equals("h100-01/0")).toList();
  }

  @Test
  void afterItsNodeHasFailedAGpuCountsFromZero() {
    Scrapes scrapes = withMishap(Node::fail);
    long before = Scrapes.NOON + 300;
    long during = Scrapes.NOON + 900;
    long after = Scrapes.NOON + 1500;
    assertThat(ofFirstGpu(scrapes, ENERGY)).noneMatch(found -> found.at(during).isPresent());
    assertThat(sumAt(scrapes, after)).isPositive().isLessThan(sumAt(scrapes, before));
    assertThat(scrapes.named("up"))
        .filteredOn(found -> found.label("job").equals("dcgm-exporter"))
        .filteredOn(found -> found.at(during).orElse(1.0) == 0)
        .extracting(found -> found.label("instance"))
        .containsExactly("h100-01");
  }

  private static double sumAt(Scrapes scrapes, long second) {
    return ofFirstGpu(scrapes, ENERGY).stream()
        .flatMap(found -> found.at(second).stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  @Test
  void heatOfOneNodeLeavesOthersAsTheyWere() {
    Scrapes well = anHour(4, Size.SMALL);
    Scrapes hot = withMishap(node -> node.gpus().forEach(gpu -> gpu.overheat(40)));
    assertThat(elsewhere(hot)).isEqualTo(elsewhere(well)).isNotEmpty();
    assertThat(ofFirstGpu(hot, TEMPERATURE)).isNotEqualTo(ofFirstGpu(well, TEMPERATURE));
  }

  private static List<Found> elsewhere(Scrapes scrapes) {
    return scrapes.named(TEMPERATURE).stream()
        .filter(found -> !found.label("Hostname").equals("h100-01"))
        .toList();
  }
}
