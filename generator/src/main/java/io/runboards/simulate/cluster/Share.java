package io.runboards.simulate.cluster;

/** What a pod holds of a GPU, and what it makes of it. */
public final class Share {
  private final Pod pod;
  private final Gpu gpu;
  private final double part;
  private double utilization;
  private double memory;

  Share(Pod pod, Gpu gpu, double part) {
    this.pod = pod;
    this.gpu = gpu;
    this.part = part;
  }

  public Pod pod() {
    return pod;
  }

  public Gpu gpu() {
    return gpu;
  }

  /** How much of the GPU it holds, up to 1. */
  public double part() {
    return part;
  }

  /** How busy it keeps the GPU, in percent of the whole GPU. */
  public double utilization() {
    return utilization;
  }

  /** The GPU memory that it uses, in MiB. */
  public double memory() {
    return memory;
  }

  void use(double percent, double mebibytes) {
    utilization = percent;
    memory = mebibytes;
  }
}
