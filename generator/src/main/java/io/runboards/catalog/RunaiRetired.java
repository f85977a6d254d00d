package io.runboards.catalog;

import static io.runboards.catalog.ClusterVersion.V2_17;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.IMAGE;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.JOB_TYPE;
import static io.runboards.catalog.Labels.JOB_UUID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.info;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.CORES;
import static io.runboards.catalog.Unit.GPUS;
import static io.runboards.catalog.Unit.MEGABYTES_OR_MEBIBYTES;
import static io.runboards.catalog.Unit.PERCENT;
import static io.runboards.catalog.Unit.SECONDS;

/** What clusters before 2.17 call otherwise, or alone have: for dashboards that must be moved. */
public final class RunaiRetired {
  private static final String LABELS_OF_SUCCESSOR =
      "No public list names its labels; the table of changes says that they are those of "
          + "its successor.";
  private static final String CHECK_UNIT =
      "It is documented in bytes, but a public client of the vendor multiplies it by 1024 * 1024 to"
          + " get bytes: look at real values of a 2.16 cluster before relying on either.";

  // Renamed

  public static final Metric JOB_REQUESTED_GPU_MEMORY =
      gauge(
              "runai_job_requested_gpu_memory",
              MEGABYTES_OR_MEBIBYTES,
              JOB_TYPE,
              JOB_UUID,
              JOB_NAME,
              CLUSTER_ID,
              PROJECT)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("Requested GPU memory per job (0 if not specified by the user)")
          .renamedTo("runai_requested_gpu_memory_mb_per_workload", V2_17)
          .note(
              "Documentation up to 2.13 says bytes, but the table of changes names no change of"
                  + " unit: compare its values on a 2.16 cluster before you trust them.");

  public static final Metric JOB_REQUESTED_GPUS =
      gauge("runai_job_requested_gpus", GPUS, JOB_TYPE, JOB_UUID, JOB_NAME, CLUSTER_ID, PROJECT)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("Number of requested GPU per job")
          .measuredIn("Double")
          .renamedTo("runai_requested_gpus_per_workload", V2_17);

  public static final Metric JOB_TOTAL_RUNTIME =
      gauge("runai_job_total_runtime", SECONDS, CLUSTER_ID, JOB_UUID)
          .help("Total run time per job")
          .measuredIn("Seconds")
          .renamedTo("runai_run_time_seconds_per_workload", V2_17);

  public static final Metric JOB_TOTAL_WAIT_TIME =
      gauge("runai_job_total_wait_time", SECONDS, CLUSTER_ID, JOB_UUID)
          .help("Total wait time per job")
          .measuredIn("Seconds")
          .renamedTo("runai_wait_time_seconds_per_workload", V2_17);

  public static final Metric NODE_GPU_USED_MEMORY_BYTES =
      gauge("runai_node_gpu_used_memory_bytes", BYTES, CLUSTER_ID, NODE)
          .help("Used GPU memory per node")
          .measuredIn("Bytes")
          .renamedTo("runai_gpu_memory_used_mebibytes_per_node", V2_17)
          .note(CHECK_UNIT);

  public static final Metric NODE_TOTAL_MEMORY_BYTES =
      gauge("runai_node_total_memory_bytes", BYTES, CLUSTER_ID, NODE)
          .help("Total GPU memory per node")
          .measuredIn("Bytes")
          .renamedTo("runai_gpu_memory_total_mebibytes_per_node", V2_17)
          .note(CHECK_UNIT);

  public static final Metric ACTIVE_JOB_CPU_LIMITS =
      gauge("runai_active_job_cpu_limits", CORES, CLUSTER_ID, JOB_NAME, JOB_UUID)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("CPU limit per job")
          .renamedTo("runai_cpu_limits_per_active_workload", V2_17)
          .note(LABELS_OF_SUCCESSOR);

  public static final Metric ACTIVE_JOB_MEMORY_LIMITS =
      gauge("runai_active_job_memory_limits", BYTES, CLUSTER_ID, JOB_NAME, JOB_UUID)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("CPU memory limit per job")
          .renamedTo("runai_memory_limits_per_active_workload", V2_17)
          .note(LABELS_OF_SUCCESSOR);

  public static final Metric GPU_IDLE_TIME_PER_WORKLOAD =
      gauge(
              "runai_gpu_idle_time_per_workload",
              SECONDS,
              CLUSTER_ID,
              JOB_NAME,
              JOB_UUID,
              JOB_TYPE,
              USER)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("Seconds since the workload last used any of its GPUs")
          .measuredIn("Seconds")
          .renamedTo("runai_gpu_idle_seconds_per_workload", V2_17);

  // Removed

  public static final Metric GPU_UTILIZATION_NON_FRACTIONAL_JOBS =
      gauge(
              "runai_gpu_utilization_non_fractional_jobs",
              PERCENT,
              JOB_UUID,
              JOB_NAME,
              CLUSTER_ID,
              GPU,
              NODE)
          .identifiedBy(CLUSTER_ID, NODE, GPU, JOB_UUID)
          .help("Utilization per GPU for jobs running on a full GPU")
          .measuredIn("0 to 100")
          .removedIn(V2_17);

  public static final Metric JOB_IMAGE =
      info("runai_job_image", IMAGE, JOB_UUID, JOB_NAME, CLUSTER_ID)
          .help("Image name per job")
          .measuredIn("N/A")
          .removedIn(V2_17);

  public static final Metric RUNNING_JOB_MEMORY_REQUESTED_BYTES =
      gauge("runai_running_job_memory_requested_bytes", BYTES, CLUSTER_ID, JOB_NAME, JOB_UUID)
          .identifiedBy(CLUSTER_ID, JOB_UUID)
          .help("Jobs requested CPU memory")
          .measuredIn("Bytes")
          .duplicateOf("runai_active_job_memory_requested_bytes", V2_17);

  public static final Metric JOB_SWAP_MEMORY_USED_BYTES =
      gauge(
              "runai_job_swap_memory_used_bytes",
              BYTES,
              CLUSTER_ID,
              JOB_UUID,
              JOB_NAME,
              PROJECT,
              NODE)
          .identifiedBy(CLUSTER_ID, JOB_UUID, NODE)
          .help("Used Swap CPU memory for the job")
          .measuredIn("Bytes")
          .removedIn(V2_17);

  private RunaiRetired() {}
}
