package io.runboards.simulate.kube;

import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Component;
import io.runboards.simulate.cluster.ComponentPod;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Workload;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what Kubernetes says of one cluster. */
public final class KubeMetrics implements Part {
  private final Cluster cluster;
  private final Replicas replicas;
  private final List<NodeState> nodes;
  private final List<ComponentState> components;
  private final List<WorkState> workloads = new ArrayList<>();
  private final List<Reservation> reservations;
  private final List<Kubelet> kubelets;
  private final List<Host> hosts;

  /** The pod that holds a GPU while parts of it are given out. */
  private static final class Reservation {
    private final Gpu gpu;
    private final Replicas replicas;
    private Optional<PodState> state = Optional.empty();

    Reservation(Gpu gpu, Replicas replicas) {
      this.gpu = gpu;
      this.replicas = replicas;
    }

    void show(Moment now) {
      if (!gpu.isDivided()) {
        state.ifPresent(PodState::end);
        state = Optional.empty();
      } else if (state.isEmpty()) {
        state = Optional.of(new PodState(new ReservationPod(gpu), replicas));
      }
      state.ifPresent(shown -> shown.show(now));
    }
  }

  /**
   * For a cluster.
   *
   * @param cluster what is shown
   * @param targets where it can be scraped
   */
  public KubeMetrics(Cluster cluster, Targets targets) {
    this.cluster = cluster;
    this.replicas = Replicas.of(cluster.id().substring(0, 8), targets);
    List<Node> own = cluster.controlPlane().nodes();
    List<Component> services = cluster.controlPlane().components();
    List<Node> all = Stream.concat(cluster.nodes().stream(), own.stream()).toList();
    this.nodes = all.stream().map(node -> new NodeState(node, replicas)).toList();
    this.components =
        services.stream().map(component -> new ComponentState(component, replicas)).toList();
    this.reservations =
        cluster.nodes().stream()
            .flatMap(node -> node.gpus().stream())
            .map(gpu -> new Reservation(gpu, replicas))
            .toList();
    this.kubelets =
        all.stream().map(node -> new Kubelet(node, on(node, services), targets)).toList();
    this.hosts = cluster.nodes().stream().map(node -> new Host(node, targets)).toList();
    Leftovers.show(own.getFirst(), replicas);
  }

  private static List<ComponentPod> on(Node node, List<Component> components) {
    return components.stream()
        .flatMap(component -> component.pods().stream())
        .filter(pod -> pod.node() == node)
        .toList();
  }

  @Override
  public void calm() {}

  @Override
  public void advance(Moment now) {
    boolean heard = !cluster.isSilent();
    if (!heard) {
      replicas.targets().forEach(Target::forget);
    }
    nodes.forEach(NodeState::show);
    for (ComponentState component : components) {
      component.show(now);
    }
    showWorkloads(now);
    for (Reservation reservation : reservations) {
      reservation.show(now);
    }
    for (Kubelet kubelet : kubelets) {
      kubelet.show(now, heard);
    }
    for (Host host : hosts) {
      host.show(heard);
    }
  }

  private void showWorkloads(Moment now) {
    for (Workload workload : cluster.arrived()) {
      workloads.add(new WorkState(workload, replicas));
    }
    workloads.removeIf(shown -> {
      boolean over = !cluster.knows(shown.workload());
      if (over) {
        shown.end();
      }
      return over;
    });
    for (WorkState workload : workloads) {
      workload.show(now);
    }
  }
}
