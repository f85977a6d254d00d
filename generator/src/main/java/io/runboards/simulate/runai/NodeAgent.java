package io.runboards.simulate.runai;

import static io.runboards.catalog.RunaiInternal.GPU_OOMKILL_BURST_COUNT;
import static io.runboards.catalog.RunaiInternal.GPU_OOMKILL_IDLE_COUNT;
import static io.runboards.catalog.RunaiInternal.GPU_OOMKILL_PRIORITY_COUNT;
import static io.runboards.catalog.RunaiInternal.GPU_OOMKILL_SWAP_OUT_OF_RAM_COUNT;
import static io.runboards.catalog.RunaiInternal.POD_GPU_MEMORY_USED_BYTES;
import static io.runboards.catalog.RunaiInternal.POD_GPU_SWAP_RAM_USED_BYTES;
import static io.runboards.catalog.RunaiInternal.POD_GPU_UTILIZATION;

import io.runboards.catalog.Metric;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Share;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import java.util.ArrayList;
import java.util.List;

/** The agent of Run:ai on one node: what pods make of the node's GPUs, and whom it had to kill. */
final class NodeAgent {
  private static final double MEBIBYTE = 1 << 20;
  private static final List<Metric> KILLS =
      List.of(
          GPU_OOMKILL_BURST_COUNT,
          GPU_OOMKILL_IDLE_COUNT,
          GPU_OOMKILL_PRIORITY_COUNT,
          GPU_OOMKILL_SWAP_OUT_OF_RAM_COUNT);

  private final Node node;
  private final Target target;
  private final List<OfPod> pods = new ArrayList<>();
  private final Gauge[][] kills;
  private final int[][] killed;

  /** What a pod makes of the GPUs that it holds. */
  private record OfPod(Pod pod, Group group, List<OfShare> shares) {
    void show() {
      for (OfShare share : shares) {
        share.utilization().set(share.share().utilization());
        share.memory().set(share.share().memory() * MEBIBYTE);
        share.swap().set(0);
      }
    }
  }

  private record OfShare(Share share, Gauge utilization, Gauge memory, Gauge swap) {}

  NodeAgent(Node node, Targets targets) {
    this.node = node;
    this.target = targets.add("runai-node-agent", node.name() + ":9412");
    int gpus = node.gpus().size();
    kills = new Gauge[gpus][KILLS.size()];
    killed = new int[gpus][KILLS.size()];
    for (Gpu gpu : node.gpus()) {
      for (int i = 0; i < KILLS.size(); i++) {
        kills[gpu.index()][i] = target.always().gauge(KILLS.get(i), Integer.toString(gpu.index()));
      }
    }
  }

  void show(boolean heard) {
    target.reachable(heard && node.isReady());
    for (Gpu gpu : node.gpus()) {
      for (Gpu.Kill reason : Gpu.Kill.values()) {
        int of = reason.ordinal();
        killed[gpu.index()][of] += gpu.kills(reason);
        kills[gpu.index()][of].set(killed[gpu.index()][of]);
      }
    }
    pods.removeIf(NodeAgent::isOver);
    for (Pod pod : node.pods()) {
      if (!pod.shares().isEmpty() && pods.stream().noneMatch(shown -> shown.pod() == pod)) {
        pods.add(begin(pod));
      }
    }
    pods.forEach(OfPod::show);
  }

  private static boolean isOver(OfPod shown) {
    if (shown.pod().isRunning()) {
      return false;
    }
    shown.group().end();
    return true;
  }

  private OfPod begin(Pod pod) {
    Group group = target.group();
    List<OfShare> shares =
        pod.shares().stream()
            .map(share -> {
              String gpu = Integer.toString(share.gpu().index());
              return new OfShare(
                  share,
                  group.gauge(POD_GPU_UTILIZATION, pod.uuid(), gpu),
                  group.gauge(POD_GPU_MEMORY_USED_BYTES, pod.uuid(), gpu),
                  group.gauge(POD_GPU_SWAP_RAM_USED_BYTES, pod.uuid(), gpu));
            })
            .toList();
    return new OfPod(pod, group, shares);
  }
}
