package io.runboards.simulate.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MisfortuneTest {
  private static final int STEPS = 20;

  /** A small cluster to which something happens from the first step on. */
  private static Cluster after(int steps, Consumer<Cluster> misfortune) {
    Incident incident =
        new Incident(
            "misfortune",
            "",
            "",
            Duration.ofMinutes(60),
            (platform, seconds) -> misfortune.accept(platform.clusters().first()));
    Scenario well = Scrapes.scenario(5, Size.SMALL);
    Simulation simulation = Simulation.of(well.with(List.of(incident.from(well.from() + 30))));
    for (int i = 0; i < steps; i++) {
      simulation.advance();
    }
    return simulation.platform().clusters().first();
  }

  private static Gpu firstGpu(Cluster cluster) {
    return cluster.nodes().getFirst().gpus().getFirst();
  }

  private static Gpu gpu(Cluster cluster, String uuid) {
    return cluster.nodes().stream()
        .flatMap(node -> node.gpus().stream())
        .filter(gpu -> gpu.uuid().equals(uuid))
        .findFirst()
        .orElseThrow();
  }

  private static boolean trains(Gpu gpu) {
    return gpu.shares().stream().anyMatch(share -> share.pod().workload().kind() == Kind.TRAINING);
  }

  @Test
  void aLostGpuIsMissedAndWhatUsedItFails() {
    String uuid =
        after(0, some -> {}).nodes().stream()
            .flatMap(node -> node.gpus().stream())
            .filter(MisfortuneTest::trains)
            .findFirst()
            .orElseThrow()
            .uuid();
    Cluster cluster = after(STEPS, some -> gpu(some, uuid).lose());
    assertThat(cluster.gpuCount()).isEqualTo(Size.SMALL.gpus() - 1);
    assertThat(gpu(cluster, uuid).isHeld()).isFalse();
    assertThat(cluster.workloads())
        .anySatisfy(workload -> {
          assertThat(workload.state()).isEqualTo(Workload.State.FAILED);
          assertThat(workload.held()).isZero();
          assertThat(workload.pods())
              .allSatisfy(pod -> assertThat(pod.phase()).isEqualTo(Pod.Phase.FAILED));
        });
  }

  @Test
  void aFailedNodeLosesItsPodsAndTheirWorkGoesOnElsewhere() {
    Cluster healthy = after(0, some -> {});
    List<String> there =
        healthy.nodes().getFirst().pods().stream().map(pod -> pod.workload().id()).toList();
    Cluster cluster = after(STEPS, some -> some.nodes().getFirst().fail());
    assertThat(there).isNotEmpty();
    assertThat(cluster.nodes().getFirst().pods()).isEmpty();
    assertThat(cluster.nodes().getFirst().held()).isZero();
    assertThat(cluster.workloads().stream().filter(some -> there.contains(some.id())))
        .isNotEmpty()
        .allSatisfy(workload -> assertThat(workload.evictions()).isPositive())
        .anySatisfy(workload -> assertThat(workload.isRunning()).isTrue());
  }

  @Test
  void aCordonedNodeKeepsItsPods() {
    Cluster cluster = after(STEPS, some -> some.nodes().getFirst().cordon());
    assertThat(cluster.nodes().getFirst().isSchedulable()).isFalse();
    assertThat(cluster.nodes().getFirst().pods()).isNotEmpty();
  }

  @Test
  void aPodThatWantsTooMuchMemoryIsKilledAgainAndAgain() {
    Cluster cluster = after(STEPS, some -> some.nodes().getFirst().pods().getFirst().outOfMemory());
    Pod pod = cluster.nodes().getFirst().pods().getFirst();
    assertThat(pod.restarts()).isBetween(3, 6);
    assertThat(pod.lastEnd()).contains(Pod.End.OUT_OF_MEMORY);
    assertThat(pod.memoryUsed()).isLessThanOrEqualTo(pod.memoryLimit());
  }

  @Test
  void aHotGpuSlowsDown() {
    Gpu cool = firstGpu(after(STEPS, some -> {}));
    Gpu hot = firstGpu(after(STEPS, some -> firstGpu(some).overheat(30)));
    assertThat(hot.temperature()).isGreaterThan(cool.temperature() + 10);
    assertThat(hot.clock()).isLessThan(cool.clock());
    assertThat(hot.power()).isLessThan(cool.power());
    assertThat(hot.throttledForHeat()).isPositive();
    assertThat(cool.throttledForHeat()).isZero();
  }

  @Test
  void misfortuneIsForgottenInTheNextStep() {
    Cluster cluster = after(STEPS, some -> firstGpu(some).xid(79));
    assertThat(firstGpu(cluster).xid()).isEqualTo(79);
    cluster.calm();
    assertThat(firstGpu(cluster).xid()).isZero();
  }

  @Test
  void whatIsOwedTakesBackWhatIsBorrowed() {
    Cluster cluster =
        after(
            STEPS,
            some -> {
              some.project("climate")
                  .ifPresent(project -> project.crowd(new Project.Crowd(40, 1, true)));
              if (some.scheduler().placed().isEmpty()) {
                some.project("language")
                    .ifPresent(project -> project.crowd(new Project.Crowd(3, 1, false)));
              }
            });
    Project climate = cluster.project("climate").orElseThrow();
    Project language = cluster.project("language").orElseThrow();
    assertThat(climate.held()).isGreaterThan(climate.quota());
    assertThat(language.held()).isEqualTo(language.asked());
    assertThat(cluster.scheduler().reclaims()).isPositive();
    assertThat(cluster.workloads())
        .filteredOn(workload -> workload.project() == climate)
        .anySatisfy(workload -> assertThat(workload.evictions()).isPositive());
  }
}
