package io.runboards.simulate.runai;

import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE;
import static io.runboards.catalog.Runai.GPU_MEMORY_USED_MEBIBYTES_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_NODE;
import static io.runboards.catalog.Runai.MIG_MODE_GPU_COUNT;
import static io.runboards.catalog.Runai.NODE_CPU_REQUESTED_CORES;
import static io.runboards.catalog.Runai.NODE_CPU_UTILIZATION;
import static io.runboards.catalog.Runai.NODE_MEMORY_UTILIZATION;
import static io.runboards.catalog.Runai.NODE_REQUESTED_MEMORY_BYTES;
import static io.runboards.catalog.Runai.NODE_USED_MEMORY_BYTES;

import io.runboards.catalog.Labels;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Node;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;
import java.util.List;

/** What Run:ai says about one node and its GPUs. */
final class NodeSeries {
  private static final String NOT = "false";

  private final Node node;
  private final Target target;
  private final Facts facts;
  private final Spelling spelling;
  private final List<GpuSeries> gpus;

  private final Gauge cpuRequested;
  private final Gauge cpuUtilization;
  private final Gauge memoryUtilization;
  private final Gauge memoryRequested;
  private final Gauge memoryUsed;
  private final Gauge sliced;
  private final Gauge utilization;
  private final Gauge gpuMemoryUsed;
  private final Gauge gpuMemoryTotal;
  private final Gauge allocated;
  private final double mebibyte;

  private Group ofState;
  private Gauge count;
  private boolean ready = true;
  private boolean schedulable = true;

  NodeSeries(Node node, Target target, Facts cluster, Spelling spelling) {
    this.node = node;
    this.target = target;
    this.spelling = spelling;
    this.facts = cluster.and(Labels.NODE, node.name());
    Group group = target.group();
    cpuRequested = facts.gauge(group, NODE_CPU_REQUESTED_CORES);
    cpuUtilization = facts.gauge(group, NODE_CPU_UTILIZATION);
    memoryUtilization = facts.gauge(group, NODE_MEMORY_UTILIZATION);
    memoryRequested = facts.gauge(group, NODE_REQUESTED_MEMORY_BYTES);
    memoryUsed = facts.gauge(group, NODE_USED_MEMORY_BYTES);
    sliced = facts.gauge(group, MIG_MODE_GPU_COUNT);
    utilization = facts.gauge(group, GPU_UTILIZATION_PER_NODE);
    gpuMemoryUsed = facts.gauge(group, GPU_MEMORY_USED_MEBIBYTES_PER_NODE);
    gpuMemoryTotal = facts.gauge(group, GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE);
    allocated = facts.gauge(group, ALLOCATED_GPU_COUNT_PER_NODE);
    mebibyte = facts.scale(GPU_MEMORY_USED_MEBIBYTES_PER_NODE);
    gpus = node.gpus().stream().map(gpu -> new GpuSeries(gpu, group, facts)).toList();
    ofState = target.group();
    count = count();
  }

  private Gauge count() {
    return facts
        .and(Labels.GPU_MODEL, node.model().name())
        .and(Labels.READY, ready ? spelling.ready() : NOT)
        .and(Labels.SCHEDULABLE, schedulable ? spelling.schedulable() : NOT)
        .gauge(ofState, GPU_COUNT_PER_NODE);
  }

  void show() {
    for (GpuSeries gpu : gpus) {
      gpu.show();
    }
    showCount();
    if (node.isReady()) {
      showUse();
    } else {
      hideUse();
    }
  }

  /** When its state changes, a new series says how many GPUs it has. */
  private void showCount() {
    if (node.isReady() != ready || node.isSchedulable() != schedulable) {
      ready = node.isReady();
      schedulable = node.isSchedulable();
      ofState.end();
      ofState = target.group();
      count = count();
    }
    if (node.isThere()) {
      count.set(node.gpuCount());
    } else {
      count.hide();
    }
  }

  private void showUse() {
    double used = 0;
    double total = 0;
    double busy = 0;
    for (Gpu gpu : node.gpus()) {
      if (!gpu.isLost()) {
        used += gpu.memoryUsed();
        total += gpu.model().memory();
        busy += gpu.utilization();
      }
    }
    cpuRequested.set(node.cpuRequested());
    cpuUtilization.set(node.cpuUsed() / node.cores());
    memoryUtilization.set(node.memoryUsed() / node.memory());
    memoryRequested.set(node.memoryRequested());
    memoryUsed.set(node.memoryUsed());
    sliced.set(node.isSliced() ? node.gpuCount() : 0);
    utilization.set(busy / Math.max(1, node.gpuCount()));
    gpuMemoryUsed.set(used * mebibyte);
    gpuMemoryTotal.set(total * mebibyte);
    allocated.set(node.held());
  }

  private void hideUse() {
    cpuRequested.hide();
    cpuUtilization.hide();
    memoryUtilization.hide();
    memoryRequested.hide();
    memoryUsed.hide();
    sliced.hide();
    utilization.hide();
    gpuMemoryUsed.hide();
    gpuMemoryTotal.hide();
    allocated.hide();
  }
}
