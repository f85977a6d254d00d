package io.runboards.simulate.kube;

import io.runboards.catalog.Cadvisor;
import io.runboards.simulate.cluster.ComponentPod;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cAdvisor in the kubelet of one node: what containers, pods and the node as a whole use. */
final class Kubelet {
  private static final double CACHES = 1.12;

  private final Node node;
  private final Target target;
  private final List<OfPod> pods = new ArrayList<>();
  private Optional<Use> whole = Optional.empty();

  /** Four numbers about a container or what contains it. */
  private record Use(Group group, Gauge working, Gauge all, Gauge limit, Counter cpu) {
    static Use of(Group group, String... labels) {
      return new Use(
          group,
          group.gauge(Cadvisor.MEMORY_WORKING_SET_BYTES, labels),
          group.gauge(Cadvisor.MEMORY_USAGE_BYTES, labels),
          group.gauge(Cadvisor.SPEC_MEMORY_LIMIT_BYTES, labels),
          group.counter(Cadvisor.CPU_USAGE_SECONDS_TOTAL, labels));
    }

    void show(double memory, double most, double cores, Moment now) {
      working.set(Math.rint(memory));
      all.set(Math.rint(Math.min(memory * CACHES, most > 0 ? most : memory * CACHES)));
      limit.set(most);
      cpu.add(cores * now.step());
    }
  }

  /** A pod of the node: its container, and the same once more for the pod as a whole. */
  private final class OfPod {
    private final KubePod pod;
    private Optional<Use> container = Optional.empty();
    private Optional<Use> sum = Optional.empty();

    OfPod(KubePod pod) {
      this.pod = pod;
    }

    void show(Moment now) {
      if (!pod.isUp(now)) {
        end();
        return;
      }
      if (container.isEmpty()) {
        Group group = target.group();
        container =
            Optional.of(
                Use.of(
                    group, pod.namespace(), pod.name(), pod.container(), node.name(), pod.image()));
        sum = Optional.of(Use.of(group, pod.namespace(), pod.name(), "", node.name(), ""));
      }
      show(container.get(), now);
      show(sum.orElseThrow(), now);
    }

    private void show(Use use, Moment now) {
      use.show(pod.memoryUsed(), pod.memoryLimit(), pod.cpuUsed(), now);
    }

    void end() {
      container.ifPresent(use -> use.group().end());
      container = Optional.empty();
      sum = Optional.empty();
    }
  }

  /**
   * For a node.
   *
   * @param node the node
   * @param services the pods of Run:ai's services there
   * @param targets where it can be scraped
   */
  Kubelet(Node node, List<ComponentPod> services, Targets targets) {
    this.node = node;
    this.target = targets.add("kubelet", node.name() + ":10250");
    services.forEach(pod -> pods.add(new OfPod(new ServicePod(pod))));
  }

  void show(Moment now, boolean heard) {
    target.reachable(node.isReady());
    if (!heard) {
      target.forget();
    }
    if (!node.isReady()) {
      stop();
      return;
    }
    pods.removeIf(Kubelet::isOver);
    for (Pod pod : node.pods()) {
      if (!knows(pod)) {
        pods.add(new OfPod(new WorkPod(pod)));
      }
    }
    for (OfPod pod : pods) {
      pod.show(now);
    }
    if (whole.isEmpty()) {
      whole = Optional.of(Use.of(target.group(), "", "", "", node.name(), ""));
    }
    whole.get().show(node.memoryUsed(), 0, node.cpuUsed(), now);
  }

  private void stop() {
    pods.forEach(OfPod::end);
    whole.ifPresent(use -> use.group().end());
    whole = Optional.empty();
  }

  private static boolean isOver(OfPod shown) {
    boolean over = shown.pod instanceof WorkPod work && !work.pod().isRunning();
    if (over) {
      shown.end();
    }
    return over;
  }

  private boolean knows(Pod pod) {
    for (OfPod shown : pods) {
      if (shown.pod instanceof WorkPod work && work.pod() == pod) {
        return true;
      }
    }
    return false;
  }
}
