package io.runboards.simulate.kube;

import io.runboards.catalog.NodeExporter;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import java.util.ArrayList;
import java.util.List;

/** The exporter of one host with GPUs: its memory, and its links to the fast network. */
final class Host {
  private static final int ACTIVE = 4;
  private static final int DOWN = 1;

  private final Node node;
  private final Target target;
  private final Gauge available;
  private final Gauge total;
  private final List<Gauge> links = new ArrayList<>();

  Host(Node node, Targets targets) {
    this.node = node;
    this.target = targets.add("gpu-node-exporter", node.name());
    this.available = target.always().gauge(NodeExporter.MEMORY_MEM_AVAILABLE_BYTES);
    this.total = target.always().gauge(NodeExporter.MEMORY_MEM_TOTAL_BYTES);
    for (int i = 0; i < node.links(); i++) {
      links.add(target.always().gauge(NodeExporter.INFINIBAND_STATE_ID, "mlx5_" + i, "1"));
    }
  }

  void show(boolean heard) {
    target.reachable(node.isReady());
    if (!heard) {
      target.forget();
    }
    total.set(node.memory());
    available.set(Math.rint(node.memory() - node.memoryUsed()));
    for (int i = 0; i < links.size(); i++) {
      links.get(i).set(i == 0 && node.isLinkDown() ? DOWN : ACTIVE);
    }
  }
}
