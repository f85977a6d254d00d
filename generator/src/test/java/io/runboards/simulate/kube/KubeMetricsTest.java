package io.runboards.simulate.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.Family;
import io.runboards.catalog.Kind;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Scrapes.Found;
import io.runboards.simulate.Scrapes.Point;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.scrape.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeMetricsTest {
  private static final int AN_HOUR = 120;
  private static final Set<String> FAMILIES =
      Set.of("kube-state-metrics", "cadvisor", "node-exporter");
  private static final long DURING = Scrapes.NOON + 900;

  /** Version 2 of kube-state-metrics has them no more. */
  private static final Set<Metric> OF_VERSION_1 =
      Set.of(
          KubeStateMetrics.POD_CONTAINER_RESOURCE_REQUESTS_CPU_CORES,
          KubeStateMetrics.POD_CONTAINER_RESOURCE_REQUESTS_MEMORY_BYTES);

  private static Stream<Metric> metrics() {
    return Catalog.standard().families().stream()
        .filter(family -> FAMILIES.contains(family.id()))
        .map(Family::metrics)
        .flatMap(List::stream)
        .filter(metric -> !OF_VERSION_1.contains(metric));
  }

  private static Scrapes anHour(long seed, Size size) {
    return Scrapes.of(Scrapes.scenario(seed, size), AN_HOUR);
  }

  /** What happens to the cluster for twenty minutes, five minutes from now. */
  private static Scrapes withMishap(Consumer<Cluster> mishap) {
    Incident incident =
        new Incident(
            "mishap",
            "Mishap",
            "Something happens.",
            Duration.ofMinutes(20),
            (platform, seconds) -> mishap.accept(platform.clusters().first()));
    Scenario scenario = Scrapes.scenario(4, Size.SMALL);
    return Scrapes.of(scenario.with(List.of(incident.from(scenario.from() + 300))), AN_HOUR);
  }

  private static void forEachScrape(long seed, Consumer<Scrapes> look) {
    Scrapes.of(
        Simulation.of(Scrapes.scenario(seed, Size.SMALL)),
        AN_HOUR,
        simulation -> {
          Scrapes now = new Scrapes();
          now.scrape(simulation.platform().targets(), simulation.now().second());
          look.accept(now);
        });
  }

  @Test
  void everyMetricIsThereOnASmallPlatform() {
    Set<String> names =
        anHour(1, Size.SMALL).all().stream().map(Found::name).collect(Collectors.toSet());
    assertThat(names).containsAll(metrics().map(Metric::name).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 48, 100})
  void valuesAreInTheRangeOfTheCatalog(int gpus) {
    Scrapes scrapes = anHour(gpus, Size.ofGpus(gpus));
    metrics()
        .forEach(metric ->
            assertThat(scrapes.named(metric.name()))
                .flatExtracting(Found::points)
                .extracting(Point::value)
                .as(metric.name())
                .allMatch(value -> value >= metric.range().min() && value <= metric.range().max()));
  }

  @Test
  void countersOnlyGrow() {
    Scrapes scrapes = Scrapes.of(Scrapes.scenario(2, Size.SMALL), 4 * AN_HOUR);
    metrics()
        .filter(metric -> metric.kind() == Kind.COUNTER)
        .flatMap(metric -> scrapes.named(metric.name()).stream())
        .forEach(found -> assertThat(found.points()).extracting(Point::value).isSorted());
  }

  @Test
  void bothReplicasShowTheSame() {
    forEachScrape(
        3,
        now -> {
          Map<String, List<String>> byInstance =
              now.all().stream()
                  .filter(found -> found.name().startsWith("kube_"))
                  .collect(
                      Collectors.groupingBy(
                          found -> found.label("instance"),
                          Collectors.mapping(
                              KubeMetricsTest::withoutInstance, Collectors.toList())));
          assertThat(byInstance).hasSize(2);
          assertThat(byInstance.values().stream().distinct()).hasSize(1);
        });
  }

  private static String withoutInstance(Found found) {
    return found.name()
        + found.tags().stream().filter(tag -> !tag.name().equals("instance")).toList()
        + found.last();
  }

  /** A store takes one value of a series at a time: either it is there, or it is gone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noSeriesIsThereTwiceOrEndsAndBeginsAtOnce(long seed) {
    Scenario calm = Scrapes.scenario(seed, Size.SMALL);
    Incident incident =
        new Incident(
            "mishap",
            "Mishap",
            "Half of the nodes fail.",
            Duration.ofMinutes(20),
            (platform, seconds) ->
                platform.clusters().first().nodes().subList(0, 3).forEach(Node::fail));
    Simulation simulation = Simulation.of(calm.with(List.of(incident.from(calm.from() + 300))));
    for (int i = 0; i < AN_HOUR; i++) {
      simulation.advance();
      Told told = new Told();
      simulation.scrape(told);
      assertThat(told.twice).isEmpty();
    }
  }

  /** Which series a scrape has told of more than once. */
  private static final class Told implements Samples {
    private final Set<String> once = new HashSet<>();
    private final List<String> twice = new ArrayList<>();

    @Override
    public void sample(Series series) {
      gone(series);
    }

    @Override
    public void gone(Series series) {
      String id = series.toString();
      if (!once.add(id)) {
        twice.add(id);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void podsHoldForKubernetesTheGpusThatRunaiHasGivenOut(long seed) {
    forEachScrape(
        seed,
        now -> {
          double held =
              now.named("runai_allocated_gpu_count_per_gpu").stream()
                  .filter(found -> !found.label("node").contains("mig"))
                  .mapToDouble(Found::last)
                  .sum();
          Set<String> running =
              once(now, "kube_pod_status_phase")
                  .filter(found -> found.label("phase").equals("Running") && found.last() == 1)
                  .map(found -> found.label("uid"))
                  .collect(Collectors.toSet());
          double requested =
              once(now, "kube_pod_container_resource_requests")
                  .filter(found -> found.label("resource").equals("nvidia_com_gpu"))
                  .filter(found -> running.contains(found.label("uid")))
                  .mapToDouble(Found::last)
                  .sum();
          assertThat(requested).isPositive().isEqualTo(held);
        });
  }

  /** What one of the replicas shows. */
  private static Stream<Found> once(Scrapes scrapes, String metric) {
    return scrapes.named(metric).stream()
        .filter(found -> found.label("instance").startsWith("kube-state-metrics-a"));
  }

  @Test
  void aPodIsInOnePhaseAndANodeInOneStateOfEachCondition() {
    forEachScrape(
        2,
        now -> {
          assertThat(sums(now, "kube_pod_status_phase", "uid")).allMatch(sum -> sum == 1);
          assertThat(
                  once(now, "kube_node_status_condition")
                      .collect(
                          Collectors.groupingBy(
                              found -> found.label("node") + found.label("condition"),
                              Collectors.summingDouble(Found::last)))
                      .values())
              .isNotEmpty()
              .allMatch(sum -> sum == 1);
        });
  }

  private static Iterable<Double> sums(Scrapes scrapes, String metric, String label) {
    return once(scrapes, metric)
        .collect(
            Collectors.groupingBy(
                found -> found.label(label), Collectors.summingDouble(Found::last)))
        .values();
  }

  @Test
  void aWorkloadUsesTheMemoryOfItsContainers() {
    forEachScrape(
        2,
        now -> {
          double ofContainers =
              now.named("container_memory_working_set_bytes").stream()
                  .filter(found -> found.label("container").equals(Pod.CONTAINER))
                  .mapToDouble(Found::last)
                  .sum();
          double ofWorkloads =
              now.named("runai_job_memory_used_bytes").stream().mapToDouble(Found::last).sum();
          assertThat(ofContainers).isCloseTo(ofWorkloads, within(1e6));
        });
  }

  @Test
  void aHostHasTheMemoryThatItDoesNotUse() {
    Scrapes scrapes = anHour(2, Size.SMALL);
    Map<String, Double> used =
        scrapes.now("runai_node_used_memory_bytes").stream()
            .collect(Collectors.toMap(found -> found.label("node"), Found::last));
    Map<String, Double> total =
        scrapes.now("node_memory_MemTotal_bytes").stream()
            .collect(Collectors.toMap(found -> found.label("instance"), Found::last));
    assertThat(scrapes.now("node_memory_MemAvailable_bytes"))
        .hasSize(6)
        .allSatisfy(found -> {
          String node = found.label("instance");
          assertThat(found.last()).isCloseTo(total.get(node) - used.get(node), within(1.0));
        });
  }

  @Test
  void aFailedNodeIsUnknownAndItsKubeletSilent() {
    Scrapes scrapes = withMishap(cluster -> cluster.nodes().getFirst().fail());
    assertThat(at(scrapes, "kube_node_status_condition", "status", "unknown"))
        .extracting(found -> found.label("node"))
        .containsOnly("h100-01");
    assertThat(scrapes.named("up"))
        .filteredOn(found -> found.at(DURING).orElse(1.0) == 0)
        .extracting(found -> found.label("job"))
        .contains("kubelet", "gpu-node-exporter", "dcgm-exporter");
    assertThat(scrapes.named("kube_daemonset_status_number_unavailable"))
        .allMatch(found -> found.at(DURING).orElse(0.0) == 1);
  }

  /** The series of a metric that have a label and were 1 during the mishap. */
  private static List<Found> at(Scrapes scrapes, String metric, String label, String value) {
    return once(scrapes, metric)
        .filter(found -> found.label(label).equals(value))
        .filter(found -> found.at(DURING).orElse(0.0) == 1)
        .toList();
  }

  @Test
  void aLostGpuIsStillThereForKubernetesButNotGivenOut() {
    Scrapes scrapes = withMishap(cluster -> cluster.nodes().getFirst().gpus().getFirst().lose());
    assertThat(gpusOfFirstNode(scrapes, "kube_node_status_capacity")).isEqualTo(8);
    assertThat(gpusOfFirstNode(scrapes, "kube_node_status_allocatable")).isEqualTo(7);
  }

  private static double gpusOfFirstNode(Scrapes scrapes, String metric) {
    return once(scrapes, metric)
        .filter(found -> found.label("node").equals("h100-01"))
        .filter(found -> found.label("resource").equals("nvidia_com_gpu"))
        .findFirst()
        .orElseThrow()
        .at(DURING)
        .orElseThrow();
  }

  @Test
  void aPodThatIsKilledForMemorySaysSo() {
    Scrapes scrapes = withMishap(KubeMetricsTest::starve);
    List<Found> killed =
        at(scrapes, "kube_pod_container_status_last_terminated_reason", "reason", "OOMKilled");
    Set<String> uids = killed.stream().map(found -> found.label("uid")).collect(Collectors.toSet());
    assertThat(
            at(scrapes, "kube_pod_container_status_waiting_reason", "reason", "CrashLoopBackOff"))
        .isNotEmpty()
        .allMatch(found -> uids.contains(found.label("uid")));
    assertThat(once(scrapes, "kube_pod_container_status_restarts_total"))
        .filteredOn(found -> uids.contains(found.label("uid")))
        .hasSameSizeAs(uids)
        .allMatch(found -> found.last() > 0);
  }

  private static void starve(Cluster cluster) {
    trainings(cluster).findFirst().ifPresent(workload -> workload.pods().forEach(Pod::outOfMemory));
  }

  private static Stream<Workload> trainings(Cluster cluster) {
    return cluster.workloads().stream()
        .filter(workload -> workload.isRunning() && workload.name().startsWith("finetune"));
  }

  @Test
  void aPodWithoutItsImageIsPending() {
    Scrapes scrapes =
        withMishap(cluster -> {
          cluster.nodes().getFirst().fail();
          cluster.workloads().forEach(workload -> workload.pods().forEach(Pod::lackImage));
        });
    List<Found> waiting =
        at(scrapes, "kube_pod_container_status_waiting_reason", "reason", "ImagePullBackOff");
    assertThat(waiting)
        .filteredOn(found -> !found.label("namespace").equals("default"))
        .isNotEmpty();
    assertThat(at(scrapes, "kube_pod_status_phase", "phase", "Pending"))
        .extracting(found -> found.label("uid"))
        .containsAll(waiting.stream().map(found -> found.label("uid")).toList());
  }

  @Test
  void aWorkloadThatFailsIsAFailedJob() {
    Scrapes scrapes =
        withMishap(cluster -> trainings(cluster).findFirst().ifPresent(Workload::fail));
    assertThat(at(scrapes, "kube_job_failed", "condition", "true"))
        .anyMatch(found -> found.label("job_name").startsWith("finetune"));
  }

  @Test
  void aRemovedNodeIsNoLongerKnown() {
    Scrapes scrapes = withMishap(cluster -> cluster.nodes().forEach(Node::remove));
    assertThat(once(scrapes, "kube_node_spec_unschedulable"))
        .filteredOn(found -> found.at(DURING).isPresent())
        .extracting(found -> found.label("node"))
        .containsExactly("system-01", "system-02", "system-03");
    assertThat(scrapes.now("kube_node_spec_unschedulable")).hasSize(2 * 9);
  }

  @Test
  void aSilentClusterIsNotEvenKnownToBeDown() {
    Scrapes scrapes = withMishap(Cluster::fallSilent);
    assertThat(scrapes.named("up"))
        .filteredOn(found -> found.label("job").matches("kubelet|kube-state-metrics|dcgm-exporter"))
        .isNotEmpty()
        .noneMatch(found -> found.at(DURING).isPresent());
  }

  @Test
  void theSameSeedShowsTheSame() {
    assertThat(anHour(7, Size.SMALL).text()).isEqualTo(anHour(7, Size.SMALL).text());
  }
}
