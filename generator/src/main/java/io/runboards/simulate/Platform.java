package io.runboards.simulate;

import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Clusters;
import io.runboards.simulate.gpu.GpuMetrics;
import io.runboards.simulate.kube.KubeMetrics;
import io.runboards.simulate.runai.RunaiMetrics;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.store.Monitoring;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is simulated.
 *
 * @param parts what changes, in the order in which it does: what uses others comes after them
 * @param targets what can be scraped
 * @param clusters the clusters with their nodes and workloads
 * @param monitoring what watches all the rest
 */
public record Platform(
    List<Part> parts, Targets targets, Clusters clusters, Monitoring monitoring) {
  public Platform {
    parts = List.copyOf(parts);
  }

  static Platform of(Scenario scenario) {
    Targets targets = new Targets(scenario.everywhere());
    Noise noise = new Noise(scenario.seed());
    Size size = scenario.size();
    Clusters clusters = Clusters.of(size.nodes(), size.gpusPerNode(), size.clusters(), noise);
    List<Part> parts = new ArrayList<>(clusters.all());
    for (Cluster cluster : clusters.all()) {
      parts.add(new RunaiMetrics(cluster, targets, scenario.site()));
      parts.add(new GpuMetrics(cluster, targets, noise));
      parts.add(new KubeMetrics(cluster, targets));
    }
    Monitoring monitoring = Monitoring.of(scenario.everywhere(), targets, noise.of("monitoring"));
    parts.addAll(monitoring.parts());
    return new Platform(parts, targets, clusters, monitoring);
  }
}
