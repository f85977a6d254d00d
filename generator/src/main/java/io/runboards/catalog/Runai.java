package io.runboards.catalog;

import static io.runboards.catalog.ClusterVersion.V2_17;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CPU_QUOTA;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.DEPARTMENT_NAME;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.GPU_GUARANTEED_QUOTA;
import static io.runboards.catalog.Labels.GPU_MODEL;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.JOB_TYPE;
import static io.runboards.catalog.Labels.JOB_UUID;
import static io.runboards.catalog.Labels.MEMORY_QUOTA;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.NODEPOOL;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.POD_UUID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.QUEUE_NAME;
import static io.runboards.catalog.Labels.READY;
import static io.runboards.catalog.Labels.SCHEDULABLE;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.info;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.CORES;
import static io.runboards.catalog.Unit.GPUS;
import static io.runboards.catalog.Unit.MEBIBYTES;
import static io.runboards.catalog.Unit.MEGABYTES_OR_MEBIBYTES;
import static io.runboards.catalog.Unit.MILLICORES;
import static io.runboards.catalog.Unit.PERCENT;
import static io.runboards.catalog.Unit.RATIO;
import static io.runboards.catalog.Unit.SECONDS;
import static io.runboards.catalog.Unit.UNIX_SECONDS;
import static java.lang.Double.POSITIVE_INFINITY;

/** The 44 metrics of the published Run:ai list, in its order and with its words. */
public final class Runai {
  private static final String CLUSTERS = "/api/v2/clusters/{clusterUuid}/metrics";
  private static final String WORKLOADS = "/api/v1/workloads/{workloadId}/metrics";
  private static final String PODS = "/api/v1/workloads/{workloadId}/pods/{podId}/metrics";

  private static final String ONLY_POD = "It names neither the workload nor the project.";
  private static final String QUOTAS_ARE_TEXT =
      "The quotas are text: show them, but do not compute with them. A changed quota makes a second"
          + " series: reduce with topk by (...) (1, ...) before a join.";
  private static final String API_IN_BYTES = "The API answers in bytes.";
  private static final String LABELS_BEFORE_DISAGREE =
      "The labels before 2.17 are those documented from 2.9 on; the page for 2.16 also lists ";
  private static final String LABELS_BEFORE_FROM_DRAFT =
      "The labels before 2.17 are those that a draft of its list still had.";

  public static final Metric ACTIVE_JOB_CPU_REQUESTED_CORES =
      perJob("runai_active_job_cpu_requested_cores", CORES)
          .help("Workload's requested CPU cores")
          .measuredIn("CPU Cores")
          .alsoInApi(WORKLOADS, "CPU_REQUEST_CORES", V2_17);

  public static final Metric ACTIVE_JOB_MEMORY_REQUESTED_BYTES =
      perJob("runai_active_job_memory_requested_bytes", BYTES)
          .help("Workload's requested CPU memory")
          .measuredIn("Bytes")
          .alsoInApi(WORKLOADS, "CPU_MEMORY_REQUEST_BYTES", V2_17)
          .note("The published list has it twice, with the same labels and unit.");

  public static final Metric CLUSTER_CPU_UTILIZATION =
      gauge("runai_cluster_cpu_utilization", RATIO, CLUSTER_ID)
          .help("CPU utilization of the entire cluster")
          .measuredIn("0 to 1")
          .alsoInApi(CLUSTERS, "CPU_UTILIZATION", V2_17);

  public static final Metric CLUSTER_MEMORY_USED_BYTES =
      gauge("runai_cluster_memory_used_bytes", BYTES, CLUSTER_ID)
          .help("Used CPU memory of the entire cluster")
          .measuredIn("Bytes");

  public static final Metric CLUSTER_MEMORY_UTILIZATION =
      gauge("runai_cluster_memory_utilization", RATIO, CLUSTER_ID)
          .help("CPU memory utilization of the entire cluster")
          .measuredIn("0 to 1")
          .alsoInApi(CLUSTERS, "CPU_MEMORY_UTILIZATION", V2_17);

  public static final Metric ALLOCATED_GPU_COUNT_PER_GPU =
      gauge("runai_allocated_gpu_count_per_gpu", BOOLEAN, GPU, CLUSTER_ID, NODE)
          .help("Is a GPU hosting a pod")
          .measuredIn("0/1")
          .note("A flag: a GPU that is shared counts once. Sum ..._per_node for allocated GPUs.")
          .note("Some builds of 2.13 and 2.15 multiplied it by seven.");

  public static final Metric LAST_GPU_UTILIZATION_TIME_PER_GPU =
      gauge("runai_last_gpu_utilization_time_per_gpu", UNIX_SECONDS, GPU, CLUSTER_ID, NODE)
          .help("Last time GPU was not idle")
          .measuredIn("Unix time");

  public static final Metric REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD =
      gauge(
              "runai_requested_gpu_memory_mb_per_workload",
              MEGABYTES_OR_MEBIBYTES,
              CLUSTER_ID,
              JOB_TYPE,
              JOB_UUID,
              JOB_NAME,
              PROJECT,
              WORKLOAD_ID)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("Requested GPU memory per workload (0 if not specified by the user)")
          .measuredIn("MegaBytes")
          .renamedFrom("runai_job_requested_gpu_memory", V2_17)
          .alsoInApi(WORKLOADS, "GPU_MEMORY_REQUEST_BYTES", V2_17)
          .note("The one published metric with both job_uuid and workload_id.")
          .note("No public text says whether a megabyte has 10^6 or 2^20 bytes here.")
          .note(API_IN_BYTES);

  public static final Metric REQUESTED_GPUS_PER_WORKLOAD =
      gauge(
              "runai_requested_gpus_per_workload",
              GPUS,
              CLUSTER_ID,
              WORKLOAD_TYPE,
              WORKLOAD_ID,
              WORKLOAD_NAME,
              PROJECT)
          .identifiedBy(CLUSTER_ID, WORKLOAD_ID)
          .help("Number of requested GPUs per workload")
          .measuredIn("Double")
          .renamedFrom("runai_job_requested_gpus", V2_17);

  public static final Metric RUN_TIME_SECONDS_PER_WORKLOAD =
      gauge("runai_run_time_seconds_per_workload", SECONDS, CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
          .identifiedBy(CLUSTER_ID, WORKLOAD_ID)
          .help("Total run time per workload")
          .measuredIn("Seconds")
          .renamedFrom("runai_job_total_runtime", V2_17);

  public static final Metric WAIT_TIME_SECONDS_PER_WORKLOAD =
      gauge("runai_wait_time_seconds_per_workload", SECONDS, CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME)
          .identifiedBy(CLUSTER_ID, WORKLOAD_ID)
          .help("Total wait time per workload")
          .measuredIn("Seconds")
          .renamedFrom("runai_job_total_wait_time", V2_17);

  public static final Metric NODE_CPU_REQUESTED_CORES =
      gauge("runai_node_cpu_requested_cores", CORES, CLUSTER_ID, NODE)
          .help("Sum of the requested CPU cores of all workloads running in a node")
          .measuredIn("Double");

  public static final Metric NODE_CPU_UTILIZATION =
      gauge("runai_node_cpu_utilization", RATIO, CLUSTER_ID, NODE)
          .help("CPU utilization per node")
          .measuredIn("0 to 1");

  public static final Metric NODE_MEMORY_UTILIZATION =
      gauge("runai_node_memory_utilization", RATIO, CLUSTER_ID, NODE)
          .help("CPU memory utilization per node")
          .measuredIn("0 to 1");

  public static final Metric NODE_REQUESTED_MEMORY_BYTES =
      gauge("runai_node_requested_memory_bytes", BYTES, CLUSTER_ID, NODE)
          .help("Sum of the requested CPU memory of all workloads running in a node")
          .measuredIn("Bytes");

  public static final Metric NODE_USED_MEMORY_BYTES =
      gauge("runai_node_used_memory_bytes", BYTES, CLUSTER_ID, NODE)
          .help("Used CPU memory per node")
          .measuredIn("Bytes");

  public static final Metric PROJECT_GUARANTEED_GPUS =
      gauge("runai_project_guaranteed_gpus", GPUS, CLUSTER_ID, PROJECT)
          .between(-1, POSITIVE_INFINITY)
          .help("Guaranteed GPU quota per project")
          .measuredIn("Double")
          .note("-1 means unlimited: keep only values >= 0 before computing.")
          .note("The only quota that is a number; the others are labels of the info metrics.");

  public static final Metric PROJECT_INFO =
      info(
              "runai_project_info",
              MEMORY_QUOTA,
              CPU_QUOTA,
              GPU_GUARANTEED_QUOTA,
              CLUSTER_ID,
              PROJECT,
              DEPARTMENT)
          .help("Information on CPU, CPU memory, GPU quota per project")
          .measuredIn("N/A")
          .relabelledIn(
              V2_17,
              MEMORY_QUOTA,
              CPU_QUOTA,
              GPU_GUARANTEED_QUOTA,
              CLUSTER_ID,
              PROJECT,
              DEPARTMENT_NAME)
          .note(QUOTAS_ARE_TEXT);

  public static final Metric QUEUE_INFO =
      info(
              "runai_queue_info",
              MEMORY_QUOTA,
              CPU_QUOTA,
              GPU_GUARANTEED_QUOTA,
              CLUSTER_ID,
              NODEPOOL,
              QUEUE_NAME,
              DEPARTMENT)
          .help("Information on CPU, CPU memory, GPU quota per project/department per nodepool")
          .measuredIn("N/A")
          .note(QUOTAS_ARE_TEXT)
          .note("The only published metric that knows the node pool.");

  public static final Metric CPU_LIMITS_PER_ACTIVE_WORKLOAD =
      perJob("runai_cpu_limits_per_active_workload", CORES)
          .help("Workloads CPU limit (in number of cores).")
          .measuredIn("CPU Cores")
          .renamedFrom("runai_active_job_cpu_limits", V2_17)
          .alsoInApi(WORKLOADS, "CPU_LIMIT_CORES", V2_17);

  public static final Metric JOB_CPU_USAGE =
      gauge("runai_job_cpu_usage", CORES, CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME, PROJECT)
          .identifiedBy(CLUSTER_ID, WORKLOAD_ID)
          .help("Workloads CPU usage (in number of cores)")
          .measuredIn("Double")
          .relabelledIn(V2_17, JOB_UUID, CLUSTER_ID, JOB_NAME, PROJECT)
          .alsoInApi(WORKLOADS, "CPU_USAGE_CORES", V2_17)
          .note(LABELS_BEFORE_FROM_DRAFT);

  public static final Metric MEMORY_LIMITS_PER_ACTIVE_WORKLOAD =
      perJob("runai_memory_limits_per_active_workload", BYTES)
          .help("Workloads CPU memory limit.")
          .measuredIn("Bytes")
          .renamedFrom("runai_active_job_memory_limits", V2_17)
          .alsoInApi(WORKLOADS, "CPU_MEMORY_LIMIT_BYTES", V2_17);

  public static final Metric JOB_MEMORY_USED_BYTES =
      gauge("runai_job_memory_used_bytes", BYTES, CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME, PROJECT)
          .identifiedBy(CLUSTER_ID, WORKLOAD_ID)
          .help("Workloads used CPU memory")
          .measuredIn("Bytes")
          .relabelledIn(V2_17, JOB_UUID, CLUSTER_ID, JOB_NAME, PROJECT)
          .alsoInApi(WORKLOADS, "CPU_MEMORY_USAGE_BYTES", V2_17)
          .note(LABELS_BEFORE_FROM_DRAFT);

  public static final Metric MIG_MODE_GPU_COUNT =
      gauge("runai_mig_mode_gpu_count", GPUS, CLUSTER_ID, NODE)
          .help("Number of GPUs on MIG nodes (Deprecated)")
          .measuredIn("Double")
          .deprecated("the published list marks it so and names no replacement");

  public static final Metric GPU_UTILIZATION_PER_GPU =
      gauge("runai_gpu_utilization_per_gpu", PERCENT, CLUSTER_ID, GPU, NODE)
          .help("GPU Utilization per GPU")
          .measuredIn("%")
          .note("The published list repeats it among the metrics of others; it is Run:ai's own.");

  public static final Metric GPU_UTILIZATION_PER_NODE =
      gauge("runai_gpu_utilization_per_node", PERCENT, CLUSTER_ID, NODE)
          .help("GPU Utilization per Node")
          .measuredIn("%")
          .note("An average over it weighs a node of 2 GPUs like one of 8: average ..._per_gpu.");

  public static final Metric GPU_MEMORY_USED_MEBIBYTES_PER_GPU =
      gauge("runai_gpu_memory_used_mebibytes_per_gpu", MEBIBYTES, CLUSTER_ID, GPU, NODE)
          .help("Used GPU memory per GPU")
          .measuredIn("MiB");

  public static final Metric GPU_MEMORY_USED_MEBIBYTES_PER_NODE =
      gauge("runai_gpu_memory_used_mebibytes_per_node", MEBIBYTES, CLUSTER_ID, NODE)
          .help("Used GPU memory per Node")
          .measuredIn("MiB")
          .renamedFrom("runai_node_gpu_used_memory_bytes", V2_17);

  public static final Metric GPU_MEMORY_TOTAL_MEBIBYTES_PER_GPU =
      gauge("runai_gpu_memory_total_mebibytes_per_gpu", MEBIBYTES, CLUSTER_ID, GPU, NODE)
          .help("Total GPU memory per GPU")
          .measuredIn("MiB");

  public static final Metric GPU_MEMORY_TOTAL_MEBIBYTES_PER_NODE =
      gauge("runai_gpu_memory_total_mebibytes_per_node", MEBIBYTES, CLUSTER_ID, NODE)
          .help("Total GPU memory per Node")
          .measuredIn("MiB")
          .renamedFrom("runai_node_total_memory_bytes", V2_17);

  public static final Metric GPU_COUNT_PER_NODE =
      gauge("runai_gpu_count_per_node", GPUS, CLUSTER_ID, NODE, GPU_MODEL, READY, SCHEDULABLE)
          .help("Number of GPUs per Node")
          .measuredIn("Number")
          .relabelledIn(V2_17, CLUSTER_ID, NODE)
          .note(
              "When ready or schedulable changes, a node can show twice for a while: take max by"
                  + " (clusterId, node) before a sum.");

  public static final Metric ALLOCATED_GPU_COUNT_PER_WORKLOAD =
      perWorkload("runai_allocated_gpu_count_per_workload", GPUS)
          .help("Number of allocated GPUs per Workload")
          .measuredIn("Double")
          .relabelledIn(V2_17, CLUSTER_ID, JOB_NAME, JOB_UUID, JOB_TYPE, USER)
          .note(LABELS_BEFORE_DISAGREE + "{job_type, job_uuid, job_name, clusterId, project}.");

  public static final Metric ALLOCATED_GPU_COUNT_PER_PROJECT =
      gauge("runai_allocated_gpu_count_per_project", GPUS, CLUSTER_ID, PROJECT)
          .help("Number of allocated GPUs per Project")
          .measuredIn("Double");

  public static final Metric GPU_MEMORY_USED_MEBIBYTES_PER_POD_PER_GPU =
      perPodAndGpu("runai_gpu_memory_used_mebibytes_per_pod_per_gpu", MEBIBYTES)
          .help("Used GPU Memory per Pod, per Gpu on which the workload is running")
          .measuredIn("MiB")
          .relabelledIn(V2_17)
          .alsoInApi(PODS, "GPU_MEMORY_USAGE_BYTES_PER_GPU", V2_17)
          .note(API_IN_BYTES)
          .note(
              "The labels before 2.17 are not documented: the table of changes says that they"
                  + " changed, but the list of 2.9 has the present ones already.");

  public static final Metric GPU_MEMORY_USED_MEBIBYTES_PER_WORKLOAD =
      perWorkload("runai_gpu_memory_used_mebibytes_per_workload", MEBIBYTES)
          .help("Used GPU Memory per Workload")
          .measuredIn("MiB")
          .relabelledIn(V2_17, CLUSTER_ID, JOB_NAME, JOB_UUID, JOB_TYPE, USER)
          .alsoInApi(WORKLOADS, "GPU_MEMORY_USAGE_BYTES", V2_17)
          .note(API_IN_BYTES);

  public static final Metric GPU_UTILIZATION_PER_POD_PER_GPU =
      perPodAndGpu("runai_gpu_utilization_per_pod_per_gpu", PERCENT)
          .help("GPU Utilization per Pod per GPU")
          .measuredIn("%")
          .alsoInApi(PODS, "GPU_UTILIZATION_PER_GPU", V2_17);

  public static final Metric GPU_UTILIZATION_PER_WORKLOAD =
      perWorkload("runai_gpu_utilization_per_workload", PERCENT)
          .help("Average GPU Utilization per Workload")
          .measuredIn("%")
          .relabelledIn(V2_17, CLUSTER_ID, JOB_NAME, JOB_UUID, JOB_TYPE, USER)
          .alsoInApi(WORKLOADS, "GPU_UTILIZATION", V2_17)
          .note(LABELS_BEFORE_DISAGREE + "{job_uuid, clusterId, job_name, project}.");

  public static final Metric GPU_UTILIZATION_PER_PROJECT =
      gauge("runai_gpu_utilization_per_project", PERCENT, CLUSTER_ID, PROJECT)
          .help("Average GPU Utilization per Project")
          .measuredIn("%");

  public static final Metric LAST_GPU_UTILIZATION_TIME_PER_WORKLOAD =
      perWorkload("runai_last_gpu_utilization_time_per_workload", UNIX_SECONDS)
          .help(
              "The Last Time (Unix Timestamp) That The Workload Utilized Any Of Its Allocated GPUs")
          .measuredIn("Seconds (Unix Timestamp)")
          .relabelledIn(V2_17, CLUSTER_ID, JOB_NAME, JOB_UUID, JOB_TYPE, USER);

  public static final Metric GPU_IDLE_SECONDS_PER_WORKLOAD =
      perWorkload("runai_gpu_idle_seconds_per_workload", SECONDS)
          .help("Seconds Passed Since The Workload Utilized Any Of Its Allocated GPUs")
          .measuredIn("Seconds")
          .renamedFrom("runai_gpu_idle_time_per_workload", V2_17)
          .note("It grows while the GPUs idle and falls to 0 at the first work: never rate() it.");

  public static final Metric ALLOCATED_GPU_COUNT_PER_POD =
      perPod("runai_allocated_gpu_count_per_pod", GPUS)
          .help("Number Of Allocated GPUs per Pod")
          .measuredIn("Double");

  public static final Metric ALLOCATED_GPU_COUNT_PER_NODE =
      gauge("runai_allocated_gpu_count_per_node", GPUS, CLUSTER_ID, NODE)
          .help("Number Of Allocated GPUs per Node")
          .measuredIn("Double");

  public static final Metric ALLOCATED_MILLICPUS_PER_POD =
      perPod("runai_allocated_millicpus_per_pod", MILLICORES)
          .help("Number Of Allocated Millicpus per Pod")
          .measuredIn("Integer")
          .note("Thousandths of a core, unlike all other CPU metrics of the list.");

  public static final Metric ALLOCATED_MEMORY_PER_POD =
      perPod("runai_allocated_memory_per_pod", BYTES)
          .help("Allocated Memory per Pod")
          .measuredIn("Bytes");

  private Runai() {}

  private static Metric perJob(String name, Unit unit) {
    return gauge(name, unit, CLUSTER_ID, JOB_NAME, JOB_UUID)
        .identifiedBy(CLUSTER_ID, JOB_UUID)
        .note(
            "It has no workload_id: runai_requested_gpu_memory_mb_per_workload, which has both,"
                + " leads from job_uuid to it.");
  }

  private static Metric perWorkload(String name, Unit unit) {
    return gauge(name, unit, CLUSTER_ID, WORKLOAD_ID, WORKLOAD_NAME, WORKLOAD_TYPE, USER)
        .identifiedBy(CLUSTER_ID, WORKLOAD_ID)
        .note(
            "It has no project: join it from runai_requested_gpus_per_workload on (clusterId,"
                + " workload_id).");
  }

  private static Metric perPod(String name, Unit unit) {
    return gauge(name, unit, CLUSTER_ID, POD_NAME, POD_UUID, POD_NAMESPACE, NODE)
        .identifiedBy(CLUSTER_ID, POD_UUID)
        .identifiedBy(CLUSTER_ID, POD_NAMESPACE, POD_NAME)
        .note(ONLY_POD);
  }

  private static Metric perPodAndGpu(String name, Unit unit) {
    return gauge(name, unit, CLUSTER_ID, POD_NAME, POD_UUID, POD_NAMESPACE, NODE, GPU)
        .identifiedBy(CLUSTER_ID, POD_UUID, GPU)
        .identifiedBy(CLUSTER_ID, POD_NAMESPACE, POD_NAME, GPU)
        .note(ONLY_POD);
  }
}
