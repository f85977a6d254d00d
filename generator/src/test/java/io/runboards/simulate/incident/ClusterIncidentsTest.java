package io.runboards.simulate.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.simulate.Incident;
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
import org.junit.jupiter.params.provider.MethodSource;

class ClusterIncidentsTest {
  private static final int FEW = 40;
  private static final long LATER = 20 * 30L;

  static List<Incident> all() {
    return Stream.of(WorkIncidents.ALL, QueueIncidents.ALL, ClusterIncidents.ALL)
        .flatMap(List::stream)
        .toList();
  }

  /** In steps of a minute, since idle hours take long. */
  private static Scrapes during(Incident incident, Size size, int more) {
    Scenario well = Scrapes.scenario(6, size).starting(Scrapes.NOON, 60);
    int steps = (int) incident.lasts().toMinutes() + more;
    return Scrapes.of(well.with(List.of(incident.from(Scrapes.NOON + 60))), steps);
  }

  private static double most(Scrapes scrapes, String name) {
    return scrapes.named(name).stream()
        .flatMap(found -> found.points().stream())
        .mapToDouble(Point::value)
        .max()
        .orElse(Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anIncidentTouchesNeitherTheTimeBeforeItNorAnotherCluster(Incident incident) {
    Scenario well = Scrapes.scenario(9, new Size(8, 8, 2));
    Scrapes healthy = Scrapes.of(well, FEW);
    Scrapes ill = Scrapes.of(well.with(List.of(incident.from(well.from() + LATER))), FEW);
    assertThat(before(ill)).isEqualTo(before(healthy));
    if (incident != ClusterIncidents.ALL_SILENT) {
      assertThat(ofSecondCluster(ill)).isNotEmpty().isEqualTo(ofSecondCluster(healthy));
    }
    assertThat(ill.text()).isNotEqualTo(healthy.text());
  }

  private static Set<String> before(Scrapes scrapes) {
    return scrapes.all().stream()
        .map(found ->
            found.id()
                + found.points().stream()
                    .filter(point -> point.second() < Scrapes.NOON + LATER)
                    .toList())
        .filter(text -> !text.endsWith("[]"))
        .collect(Collectors.toSet());
  }

  private static Set<String> ofSecondCluster(Scrapes scrapes) {
    String second = scrapes.named("runai_cluster_cpu_utilization").getLast().label("clusterId");
    return scrapes.all().stream()
        .filter(found -> found.label("clusterId").equals(second))
        .map(found -> found.id() + found.points())
        .collect(Collectors.toSet());
  }

  @Test
  void namesAreUniqueAndInKebabCase() {
    assertThat(all())
        .extracting(Incident::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void theHoarderIdlesForMoreThanTwoHours() {
    Scrapes scrapes = during(WorkIncidents.IDLE_HOARDER, Size.SMALL, 2);
    assertThat(most(scrapes, "runai_gpu_idle_seconds_per_workload")).isGreaterThan(7500);
    assertThat(scrapes.now("runai_gpu_idle_seconds_per_workload"))
        .extracting(Found::last)
        .allSatisfy(idle -> assertThat(idle).isLessThan(600));
  }

  @Test
  void aStuckQueueWaitsAlthoughGpusAreFree() {
    Scrapes scrapes = during(QueueIncidents.STUCK_QUEUE, Size.SMALL, 0);
    assertThat(most(scrapes, "runai_wait_time_seconds_per_workload")).isGreaterThan(4000);
    assertThat(scrapes.now("runai_allocated_gpu_count_per_gpu"))
        .extracting(Found::last)
        .contains(0.0);
  }

  @Test
  void anOverQuotaProjectBorrowsFromOneThatWaits() {
    Scrapes scrapes = during(QueueIncidents.OVER_QUOTA_PROJECT, Size.SMALL, -1);
    assertThat(held(scrapes, "climate")).isGreaterThan(quota(scrapes, "climate") + 5);
    assertThat(held(scrapes, "vision") + 2).isLessThanOrEqualTo(quota(scrapes, "vision"));
    assertThat(most(scrapes, "runai_wait_time_seconds_per_workload")).isGreaterThan(4000);
  }

  private static double held(Scrapes scrapes, String project) {
    return ofProject(scrapes, "runai_allocated_gpu_count_per_project", project);
  }

  private static double quota(Scrapes scrapes, String project) {
    return ofProject(scrapes, "runai_project_guaranteed_gpus", project);
  }

  private static double ofProject(Scrapes scrapes, String name, String project) {
    return scrapes.named(name).stream()
        .filter(found -> found.label("project").equals(project))
        .findFirst()
        .orElseThrow()
        .last();
  }

  @Test
  void aSilentClusterIsNotSeen() {
    Scrapes scrapes = during(ClusterIncidents.CLUSTER_SILENT, Size.SMALL, -1);
    assertThat(scrapes.now("runai_gpu_count_per_node")).isEmpty();
    assertThat(scrapes.now("up")).extracting(Found::last).contains(0.0);
  }

  @Test
  void aKilledProcessIsCounted() {
    Scrapes scrapes = during(WorkIncidents.CROWDED_GPU, Size.SMALL, 0);
    assertThat(most(scrapes, "runai_gpu_oomkill_burst_count")).isBetween(6.0, 9.0);
  }
}
