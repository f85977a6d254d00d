package io.runboards.catalog;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.DEPLOYMENT_NAME;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.JOB_UUID;
import static io.runboards.catalog.Labels.NAMESPACE_NAME;
import static io.runboards.catalog.Labels.PHASE;
import static io.runboards.catalog.Labels.POD_GROUP_UUID;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.POD_UUID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.histogram;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.GPU_SECONDS;
import static io.runboards.catalog.Unit.MILLISECONDS;
import static io.runboards.catalog.Unit.PERCENT;
import static io.runboards.catalog.Unit.REQUESTS_PER_SECOND;
import static io.runboards.catalog.Unit.UNKNOWN;

/** Run:ai metrics that are seen in the wild but not published: they may go without notice. */
public final class RunaiInternal {
  private static final String UNPUBLISHED = "Not published: labels and unit are what users report.";

  // The only way from a pod to its workload

  public static final Metric POD_PHASE_WITH_INFO =
      gauge(
              "runai_pod_phase_with_info",
              BOOLEAN,
              CLUSTER_ID,
              POD_NAME,
              POD_NAMESPACE,
              PHASE,
              WORKLOAD_ID,
              WORKLOAD_NAME,
              POD_GROUP_UUID,
              JOB_NAME,
              JOB_UUID,
              PROJECT)
          .identifiedBy(CLUSTER_ID, POD_NAMESPACE, POD_NAME, PHASE)
          .help("Whether a pod is in a phase, with the workload that it belongs to")
          .note(UNPUBLISHED)
          .note("The only known metric that leads from a pod to its workload.");

  // The agent on each node

  public static final Metric POD_GPU_UTILIZATION =
      ofPod("runai_pod_gpu_utilization", PERCENT).help("GPU utilization of a pod on one GPU");

  public static final Metric POD_GPU_MEMORY_USED_BYTES =
      ofPod("runai_pod_gpu_memory_used_bytes", BYTES).help("GPU memory of a pod on one GPU");

  public static final Metric POD_GPU_SWAP_RAM_USED_BYTES =
      ofPod("runai_pod_gpu_swap_ram_used_bytes", BYTES)
          .help("GPU memory of a pod that was moved to the node's memory");

  public static final Metric GPU_OOMKILL_BURST_COUNT =
      kills("runai_gpu_oomkill_burst_count").help("Kills for lack of GPU memory: burst");

  public static final Metric GPU_OOMKILL_IDLE_COUNT =
      kills("runai_gpu_oomkill_idle_count").help("Kills for lack of GPU memory: idle");

  public static final Metric GPU_OOMKILL_PRIORITY_COUNT =
      kills("runai_gpu_oomkill_priority_count").help("Kills for lack of GPU memory: priority");

  public static final Metric GPU_OOMKILL_SWAP_OUT_OF_RAM_COUNT =
      kills("runai_gpu_oomkill_swap_out_of_ram_count")
          .help("Kills for lack of GPU memory: nowhere to swap to");

  // Inference, dropped from the published list without a word

  public static final Metric DEPLOYMENT_REQUEST_RATE =
      gauge(
              "runai_deployment_request_rate",
              REQUESTS_PER_SECOND,
              CLUSTER_ID,
              NAMESPACE_NAME,
              DEPLOYMENT_NAME)
          .help("Rate of received HTTP requests")
          .note("In the list until a draft for 2.17, then gone without a row in the changes.");

  public static final Metric DEPLOYMENT_REQUEST_LATENCIES =
      histogram(
              "runai_deployment_request_latencies",
              MILLISECONDS,
              CLUSTER_ID,
              NAMESPACE_NAME,
              DEPLOYMENT_NAME)
          .help("Response time of HTTP requests")
          .note("In the list until a draft for 2.17, then gone without a row in the changes.");

  // Recorded each hour for consumption reports

  public static final Metric ALLOCATED_GPU_COUNT_PER_POD_HOURLY =
      hourly("runai_allocated_gpu_count_per_pod:hourly", GPU_SECONDS)
          .help("GPU-seconds allocated in the past hour");

  public static final Metric ALLOCATED_MILLICPUS_PER_POD_HOURLY =
      hourly("runai_allocated_millicpus_per_pod:hourly", UNKNOWN)
          .help("Millicore-seconds allocated in the past hour");

  public static final Metric ALLOCATED_MEMORY_PER_POD_HOURLY =
      hourly("runai_allocated_memory_per_pod:hourly", UNKNOWN)
          .help("Byte-seconds allocated in the past hour");

  public static final Metric USED_CPU_CORES_PER_POD_HOURLY =
      hourly("runai_used_cpu_cores_per_pod:hourly", UNKNOWN)
          .help("Core-seconds used in the past hour");

  public static final Metric USED_MEMORY_BYTES_PER_POD_HOURLY =
      hourly("runai_used_memory_bytes_per_pod:hourly", UNKNOWN)
          .help("Byte-seconds used in the past hour");

  public static final Metric GPU_IDLE_HOURS_PER_QUEUE_HOURLY =
      hourly("runai_gpu_idle_hours_per_queue:hourly", UNKNOWN)
          .help("GPU time allocated but idle in the past hour")
          .note("The name says hours, but the vendor's panel divides it by 3600.");

  private RunaiInternal() {}

  private static Metric ofPod(String name, Unit unit) {
    return gauge(name, unit, POD_UUID, GPU).note(UNPUBLISHED);
  }

  private static Metric kills(String name) {
    return gauge(name, COUNT, GPU)
        .note(UNPUBLISHED)
        .note("Whether it only grows or is reset now and then is not known.")
        .note("Its only label is the GPU's index: the scrape must add the node.");
  }

  private static Metric hourly(String name, Unit unit) {
    return gauge(name, unit, CLUSTER_ID, DEPARTMENT, PROJECT)
        .note(UNPUBLISHED)
        .note("A recorded series; the vendor's panel divides it by 3600.");
  }
}
