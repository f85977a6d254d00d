package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Node;
import java.time.Duration;
import java.util.List;

/** What goes wrong with a whole cluster: it falls silent, shrinks, or keeps nodes back. */
final class ClusterIncidents {
  private static final double FULL = 0.94;
  private static final int ONE_OF = 6;

  static final Incident CLUSTER_SILENT =
      new Incident(
              "cluster-silent",
              "A cluster reports no more",
              "The Prometheus of a cluster cannot send any more, since its credentials have expired."
                  + " The work there goes on unseen.",
              Duration.ofMinutes(25),
              (platform, seconds) -> platform.clusters().first().fallSilent())
          .amongClusters(2);

  static final Incident ALL_SILENT =
      new Incident(
          "metrics-absent",
          "No cluster reports anything",
          "An upgrade of Run:ai has removed the rules that make its metrics. Dashboards are empty"
              + " everywhere.",
          Duration.ofMinutes(25),
          (platform, seconds) -> platform.clusters().all().forEach(Cluster::fallSilent));

  static final Incident CAPACITY_DROPPED =
      new Incident(
          "capacity-dropped",
          "Nodes disappear from a cluster",
          "A new driver goes through the cluster node by node, and nodes do not come back with"
              + " their GPUs.",
          Duration.ofMinutes(30),
          (platform, seconds) -> someNodes(platform.clusters().first()).forEach(Node::remove));

  static final Incident FORGOTTEN_CORDON =
      new Incident(
          "forgotten-cordon",
          "A node takes no new work",
          "A node was cordoned for a repair that is long done. What runs there goes on, and nothing"
              + " new comes.",
          Duration.ofMinutes(75),
          (platform, seconds) -> platform.clusters().first().nodes().getFirst().cordon());

  static final Incident NODE_MEMORY_FULL =
      new Incident(
          "node-memory-full",
          "The memory of a node runs full",
          "Loaders of data keep what they have read in shared memory until the node has hardly any"
              + " left.",
          Duration.ofMinutes(20),
          (platform, seconds) -> platform.clusters().first().nodes().getFirst().eatMemory(FULL));

  static final List<Incident> ALL =
      List.of(CLUSTER_SILENT, ALL_SILENT, CAPACITY_DROPPED, FORGOTTEN_CORDON, NODE_MEMORY_FULL);

  private ClusterIncidents() {}

  private static List<Node> someNodes(Cluster cluster) {
    List<Node> nodes = cluster.nodes();
    int many = Math.ceilDiv(nodes.size(), ONE_OF);
    return nodes.subList(nodes.size() - many, nodes.size());
  }
}
