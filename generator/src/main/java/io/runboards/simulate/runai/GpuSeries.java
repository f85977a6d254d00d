package io.runboards.simulate.runai;

import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_GPU;
import static io.runboards.catalog.Runai.GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU;
import static io.runboards.catalog.Runai.GPU_MEMORY_USED_MEBIBYTES_PER_GPU;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_GPU;
import static io.runboards.catalog.Runai.LAST_GPU_UTILIZATION_TIME_PER_GPU;

import io.runboards.catalog.Labels;
import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;

/** What Run:ai says about one GPU. */
final class GpuSeries {
  private final Gpu gpu;
  private final Gauge allocated;
  private final Gauge lastUsed;
  private final Gauge utilization;
  private final Gauge memoryUsed;
  private final Gauge memoryTotal;

  GpuSeries(Gpu gpu, Group group, Facts node) {
    this.gpu = gpu;
    Facts facts = node.and(Labels.GPU, Integer.toString(gpu.index()));
    allocated = facts.gauge(group, ALLOCATED_GPU_COUNT_PER_GPU);
    lastUsed = facts.gauge(group, LAST_GPU_UTILIZATION_TIME_PER_GPU);
    utilization = facts.gauge(group, GPU_UTILIZATION_PER_GPU);
    memoryUsed = facts.gauge(group, GPU_MEMORY_USED_MEBIBYTES_PER_GPU);
    memoryTotal = facts.gauge(group, GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU);
  }

  void show() {
    if (gpu.isLost() || !gpu.node().isReady()) {
      allocated.hide();
      lastUsed.hide();
      utilization.hide();
      memoryUsed.hide();
      memoryTotal.hide();
    } else {
      allocated.set(gpu.isHeld());
      lastUsed.set(gpu.lastUsed());
      utilization.set(gpu.utilization());
      memoryUsed.set(gpu.memoryUsed());
      memoryTotal.set(gpu.model().memory());
    }
  }
}
