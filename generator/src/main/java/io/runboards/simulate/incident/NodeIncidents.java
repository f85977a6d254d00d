package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Platform;
import io.runboards.simulate.cluster.Kind;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Pod;
import java.time.Duration;
import java.util.List;

/** What goes wrong with nodes: they go down, come and go, or have no room left. */
public final class NodeIncidents {
  private static final long AWAY_EVERY = 480;
  private static final long AWAY = 120;

  static final Incident NOT_READY =
      new Incident(
          "node-not-ready",
          "A node does not answer any more",
          "The kernel of a node hangs. Its kubelet is silent, its exporters are, too, and its work"
              + " is begun anew elsewhere.",
          Duration.ofMinutes(25),
          (platform, seconds) -> first(platform).fail());

  static final Incident RACK_DOWN =
      new Incident(
          "rack-without-power",
          "Half of the nodes are down for hours",
          "A rack loses its power in the evening, and nobody can get at it before the morning. Half"
              + " of the GPUs are gone.",
          Duration.ofHours(5),
          (platform, seconds) -> {
            List<Node> nodes = Stage.cluster(platform).nodes();
            nodes.subList(0, Math.ceilDiv(nodes.size(), 2)).forEach(Node::fail);
          });

  static final Incident FLAPPING =
      new Incident(
          "node-flapping",
          "A node comes and goes",
          "The network card of a node loses its link every few minutes. Each time its work is begun"
              + " anew elsewhere, and new work comes as soon as it is back.",
          Duration.ofMinutes(60),
          (platform, seconds) -> {
            if (seconds % AWAY_EVERY < AWAY) {
              first(platform).fail();
            }
          });

  static final Incident DISK_FULL =
      new Incident(
          "node-disk-full",
          "The disk of a node is full",
          "Images and checkpoints have filled the disk of a node. What runs goes on, but nothing"
              + " new can start there.",
          Duration.ofMinutes(20),
          (platform, seconds) -> first(platform).fillDisk());

  static final Incident INFINIBAND_DOWN =
      new Incident(
          "infiniband-port-down",
          "A node loses a link to the fast network",
          "An optical cable has failed. The part of a distributed training that runs on the node"
              + " takes a slower way, and all others wait for it.",
          Duration.ofMinutes(65),
          (platform, seconds) ->
              Stage.running(platform, Kind.DISTRIBUTED)
                  .map(workload -> workload.pods().getLast())
                  .findFirst()
                  .ifPresent(NodeIncidents::cutOff));

  public static final List<Incident> ALL =
      List.of(NOT_READY, RACK_DOWN, FLAPPING, DISK_FULL, INFINIBAND_DOWN);

  private NodeIncidents() {}

  private static Node first(Platform platform) {
    return Stage.cluster(platform).nodes().getFirst();
  }

  private static void cutOff(Pod pod) {
    pod.node().cutLink();
    pod.lag();
  }
}
