package io.runboards.simulate;

import io.runboards.simulate.cluster.Cluster;
import io.runboards.simulate.cluster.Clusters;
import io.runboards.simulate.gpu.GpuMetrics;
import io.runboards.simulate.kube.KubeMetrics;
import io.runboards.simulate.runai.RunaiMetrics;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.service.Services;
import io.runboards.simulate.store.Monitoring;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is simulated.
 *
 * @param clusters the clusters with their nodes and workloads
 * @param services model servers and what stands around them
 * @param monitoring what watches all the rest
 * @param targets what can be scraped
 * @param parts what changes, in the order in which it does: what uses others comes after them
 */
public record Platform(
    Clusters clusters,
    Services services,
    Monitoring monitoring,
    Targets targets,
    List<Part> parts) {
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
    Services services = Services.of(targets, noise.of("services"));
    parts.addAll(services.parts());
    Monitoring monitoring = Monitoring.of(scenario.everywhere(), targets, noise.of("monitoring"));
    parts.addAll(monitoring.parts());
    return new Platform(clusters, services, monitoring, targets, parts);
  }
}
