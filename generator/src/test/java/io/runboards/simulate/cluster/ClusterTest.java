package io.runboards.simulate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.Size;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterTest {
  private static final int TWO_HOURS = 240;

  static List<Size> sizes() {
    return List.of(
        Size.ofGpus(1), Size.ofGpus(4), new Size(2, 2, 1), Size.SMALL, new Size(9, 8, 2));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void whatPodsHoldAddsUp(Size size) {
    Simulation simulation = Simulation.of(Scrapes.scenario(size.gpus(), size));
    for (int i = 0; i < TWO_HOURS; i++) {
      simulation.advance();
      for (Cluster cluster : simulation.platform().clusters().all()) {
        addsUp(cluster);
      }
    }
  }

  private static void addsUp(Cluster cluster) {
    double byNode = cluster.nodes().stream().mapToDouble(Node::held).sum();
    double byProject = cluster.projects().stream().mapToDouble(Project::held).sum();
    double byWorkload = cluster.workloads().stream().mapToDouble(Workload::held).sum();
    assertThat(byNode).isCloseTo(byProject, within(1e-6)).isCloseTo(byWorkload, within(1e-6));
    assertThat(cluster.nodes().stream().flatMap(node -> node.gpus().stream()))
        .allSatisfy(gpu -> {
          assertThat(gpu.shares().stream().mapToDouble(Share::part).sum())
              .isLessThanOrEqualTo(1 + 1e-9);
          assertThat(gpu.memoryUsed()).isBetween(0.0, gpu.model().memory());
          assertThat(gpu.utilization())
              .isBetween(0.0, 100.0)
              .isCloseTo(gpu.shares().stream().mapToDouble(Share::utilization).sum(), within(1e-6));
        });
    assertThat(cluster.nodes())
        .allSatisfy(node -> assertThat(node.memoryUsed()).isLessThan(0.8 * node.memory()));
  }
}
