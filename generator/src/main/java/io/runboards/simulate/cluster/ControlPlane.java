package io.runboards.simulate.cluster;

import io.runboards.simulate.cluster.Component.Controller;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/** What Run:ai itself consists of in a cluster, most of it on nodes without GPUs. */
public final class ControlPlane {
  private static final String CLUSTER = "runai";
  private static final String BACKEND = "runai-backend";
  private static final int MOST_NODES = 3;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Component> components;

  /**
   * For a cluster.
   *
   * @param prefix what the names of its nodes begin with
   * @param gpuNodes the nodes with GPUs
   * @param noise its chance
   */
  ControlPlane(String prefix, List<Node> gpuNodes, Noise noise) {
    for (int i = 1; i <= Math.min(MOST_NODES, gpuNodes.size()); i++) {
      String name = prefix + "system-0" + i;
      nodes.add(new Node(name, GpuModel.NONE, false, 0, noise.of(name)));
    }
    components =
        List.of(
            deployment(CLUSTER, "runai-scheduler-default", 1, 2, 4, noise),
            deployment(CLUSTER, "runai-agent", 1, 0.5, 1, noise),
            deployment(CLUSTER, "cluster-sync", 2, 0.5, 1, noise),
            deployment(CLUSTER, "workload-controller", 2, 1, 1, noise),
            new Component(
                Controller.DAEMON_SET,
                CLUSTER,
                "runai-container-toolkit",
                gpuNodes,
                0.2,
                0.25,
                noise),
            deployment(BACKEND, "runai-backend-backend", 2, 1, 2, noise),
            deployment(BACKEND, "runai-backend-frontend", 2, 0.5, 0.5, noise),
            deployment(BACKEND, "runai-backend-metrics-service", 1, 1, 2, noise),
            statefulSet("runai-backend-postgresql", 1, 2, 4, noise),
            statefulSet("runai-backend-nats", 3, 0.5, 1, noise),
            statefulSet("keycloak", 2, 1, 2, noise));
  }

  private Component deployment(
      String namespace, String name, int pods, double cores, double gibibytes, Noise noise) {
    return new Component(
        Controller.DEPLOYMENT, namespace, name, places(pods), cores, gibibytes, noise);
  }

  private Component statefulSet(
      String name, int pods, double cores, double gibibytes, Noise noise) {
    return new Component(
        Controller.STATEFUL_SET, BACKEND, name, places(pods), cores, gibibytes, noise);
  }

  private List<Node> places(int pods) {
    List<Node> places = new ArrayList<>();
    for (int i = 0; i < pods; i++) {
      places.add(nodes.get(i % nodes.size()));
    }
    return places;
  }

  void calm() {
    nodes.forEach(Node::calm);
    components.forEach(Component::calm);
  }

  /** Its own nodes, which have no GPU. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  public List<Component> components() {
    return components;
  }

  /** The component of a name. */
  public Component component(String name) {
    return components.stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Run:ai has no component " + name));
  }

  void advance(Moment now) {
    nodes.forEach(node -> node.advance(now));
    components.forEach(component -> component.advance(now));
  }
}
