package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/**
 * All clusters of a platform.
 *
 * @param all the clusters
 */
public record Clusters(List<Cluster> all) {
  private static final int LEAST_WITH_SLICES = 4;

  public Clusters {
    all = List.copyOf(all);
  }

  /** Nodes of several models, divided among clusters. */
  public static Clusters of(int nodes, int gpusPerNode, int clusters, Noise noise) {
    List<Cluster> all = new ArrayList<>();
    for (int i = 0; i < clusters; i++) {
      int own = nodes / clusters + (i < nodes % clusters ? 1 : 0);
      String prefix = clusters == 1 ? "" : "c" + (i + 1) + "-";
      all.add(cluster(prefix, own, gpusPerNode, noise.of("cluster").of(i)));
    }
    return new Clusters(all);
  }

  /** The first one, where incidents happen. */
  public Cluster first() {
    return all.getFirst();
  }

  private static Cluster cluster(String prefix, int count, int gpus, Noise noise) {
    List<Node> nodes = new ArrayList<>();
    int sliced = count >= LEAST_WITH_SLICES ? 1 : 0;
    int t4 = count >= 5 ? Math.max(1, count / 10) : 0;
    int l40s = count >= 3 ? Math.max(1, count / 6) : 0;
    int a100 = count >= 2 ? Math.max(1, count / 4) : 0;
    int h100 = count - sliced - t4 - l40s - a100;
    add(nodes, prefix, GpuModel.H100, false, h100, gpus, noise);
    add(nodes, prefix, GpuModel.A100, false, a100, gpus, noise);
    add(nodes, prefix, GpuModel.A100, true, sliced, gpus, noise);
    add(nodes, prefix, GpuModel.L40S, false, l40s, gpus, noise);
    add(nodes, prefix, GpuModel.T4, false, t4, gpus, noise);
    Plan plan = new Plan(nodes, noise);
    ControlPlane controlPlane = new ControlPlane(prefix, nodes, noise.of("control plane"));
    return new Cluster(
        Identity.uuid(noise.of("id")),
        nodes,
        plan.departments(),
        plan.lanes(),
        controlPlane,
        noise);
  }

  private static void add(
      List<Node> nodes,
      String prefix,
      GpuModel model,
      boolean sliced,
      int count,
      int gpus,
      Noise noise) {
    String pool = prefix + model.pool() + (sliced ? "-mig-" : "-");
    for (int i = 1; i <= count; i++) {
      String name = pool + (i < 10 ? "0" : "") + i;
      nodes.add(new Node(name, model, sliced, gpus, noise.of(name)));
    }
  }
}
