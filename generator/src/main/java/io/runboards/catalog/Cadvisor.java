package io.runboards.catalog;

import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.IMAGE;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.SECONDS;

/** cAdvisor, which each kubelet contains: CPU and memory of containers. */
public final class Cadvisor {
  private static final Label[] LABELS = {NAMESPACE, POD, CONTAINER, NODE, IMAGE};

  public static final Metric MEMORY_WORKING_SET_BYTES =
      gauge("container_memory_working_set_bytes")
          .help("Memory in use that cannot be reclaimed: what the out-of-memory killer looks at");

  public static final Metric MEMORY_USAGE_BYTES =
      gauge("container_memory_usage_bytes").help("Memory in use, caches included");

  public static final Metric SPEC_MEMORY_LIMIT_BYTES =
      gauge("container_spec_memory_limit_bytes")
          .help("Memory limit")
          .note("0 means that there is none: keep only values > 0 before dividing.")
          .note("Some scrape settings drop it: kube_pod_container_resource_limits says the same.");

  public static final Metric CPU_USAGE_SECONDS_TOTAL =
      common(Metric.counter("container_cpu_usage_seconds_total", SECONDS, LABELS))
          .help("CPU time used: its rate is the number of cores in use");

  private Cadvisor() {}

  private static Metric gauge(String name) {
    return common(Metric.gauge(name, BYTES, LABELS));
  }

  private static Metric common(Metric metric) {
    return metric
        .sometimes(NAMESPACE, POD, CONTAINER, IMAGE)
        .note("container=\"\" is the sum over a pod: exclude it before adding up containers.")
        .note("A container that restarts can show twice for up to five minutes.");
  }
}
