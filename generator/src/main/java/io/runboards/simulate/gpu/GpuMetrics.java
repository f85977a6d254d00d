package io.runboards.simulate.gpu;

import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/** Shows what the hardware says about the GPUs of one cluster. */
public final class GpuMetrics implements Part {
  private final Cluster cluster;
  private final List<DcgmExporter> exporters;

  /**
   * For a cluster.
   *
   * @param cluster whose GPUs are shown
   * @param targets where they can be scraped
   * @param noise its chance
   */
  public GpuMetrics(Cluster cluster, Targets targets, Noise noise) {
    this.cluster = cluster;
    this.exporters =
        cluster.nodes().stream()
            .map(node -> new DcgmExporter(node, targets, noise.of("dcgm")))
            .toList();
  }

  @Override
  public void calm() {
    exporters.forEach(DcgmExporter::calm);
  }

  @Override
  public void advance(Moment now) {
    for (DcgmExporter exporter : exporters) {
      exporter.advance(now, !cluster.isSilent());
    }
  }
}
