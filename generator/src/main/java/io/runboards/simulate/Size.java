package io.runboards.simulate;

/**
 * How large a platform is.
 *
 * @param nodes nodes with GPUs
 * @param gpusPerNode the GPUs of each
 * @param clusters how many clusters share the nodes
 */
public record Size(int nodes, int gpusPerNode, int clusters) {
  /** Small, but with something of everything. */
  public static final Size SMALL = new Size(6, 8, 1);

  private static final int USUAL_GPUS = 8;
  private static final int MOST_GPUS = 5_000;

  public Size {
    if (nodes < 1 || gpusPerNode < 1 || clusters < 1 || clusters > nodes) {
      throw new IllegalArgumentException(
          "there is no platform of %s nodes with %s GPUs in %s clusters"
              .formatted(nodes, gpusPerNode, clusters));
    }
    if (nodes * (long) gpusPerNode > MOST_GPUS) {
      throw new IllegalArgumentException("at most " + MOST_GPUS + " GPUs are simulated");
    }
  }

  /** So many GPUs, eight in each node as far as they go. */
  public static Size ofGpus(int gpus) {
    return gpus < USUAL_GPUS
        ? new Size(1, gpus, 1)
        : new Size(Math.ceilDiv(gpus, USUAL_GPUS), USUAL_GPUS, 1);
  }

  public int gpus() {
    return nodes * gpusPerNode;
  }
}
