package io.runboards.catalog;

import static io.runboards.catalog.Labels.DEVICE;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.PORT;
import static io.runboards.catalog.Metric.code;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Unit.BYTES;

/** node_exporter: the hosts themselves. */
public final class NodeExporter {
  public static final Metric MEMORY_MEM_AVAILABLE_BYTES =
      gauge("node_memory_MemAvailable_bytes", BYTES, INSTANCE)
          .help("Memory that programs can still get");

  public static final Metric MEMORY_MEM_TOTAL_BYTES =
      gauge("node_memory_MemTotal_bytes", BYTES, INSTANCE).help("Memory in all");

  public static final Metric INFINIBAND_STATE_ID =
      code("node_infiniband_state_id", INSTANCE, DEVICE, PORT)
          .help("State of an InfiniBand port; 4 means active")
          .note("A code: compare it, but never sum or average it.");

  private NodeExporter() {}
}
