package io.runboards.catalog;

import static io.runboards.catalog.Labels.ACTION;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODEPOOL;
import static io.runboards.catalog.Labels.PODGROUP;
import static io.runboards.catalog.Labels.QUEUE_NAME;
import static io.runboards.catalog.Labels.UID;
import static io.runboards.catalog.Metric.counter;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.histogram;
import static io.runboards.catalog.Metric.info;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.CORES;
import static io.runboards.catalog.Unit.COUNT;
import static io.runboards.catalog.Unit.GIGABYTES;
import static io.runboards.catalog.Unit.GPUS;
import static io.runboards.catalog.Unit.MILLISECONDS;
import static io.runboards.catalog.Unit.UNKNOWN;
import static java.lang.Double.POSITIVE_INFINITY;

/** The KAI scheduler: queues, fair shares, preemption; its operator may set another prefix. */
public final class Kai {
  private static final String UNLIMITED = "-1 means unlimited: keep only values >= 0.";

  // Queues

  public static final Metric QUEUE_INFO =
      info("queue_info", QUEUE_NAME).help("The queues that exist");

  public static final Metric QUEUE_DESERVED_GPUS =
      gauge("queue_deserved_gpus", GPUS, QUEUE_NAME)
          .between(-1, POSITIVE_INFINITY)
          .help("GPUs that a queue is guaranteed")
          .note(UNLIMITED);

  public static final Metric QUEUE_QUOTA_CPU_CORES =
      gauge("queue_quota_cpu_cores", CORES, QUEUE_NAME)
          .between(-1, POSITIVE_INFINITY)
          .help("Cores that a queue is guaranteed")
          .note(UNLIMITED);

  public static final Metric QUEUE_QUOTA_MEMORY_BYTES =
      gauge("queue_quota_memory_bytes", BYTES, QUEUE_NAME)
          .between(-1, POSITIVE_INFINITY)
          .help("Memory that a queue is guaranteed")
          .note(UNLIMITED);

  public static final Metric QUEUE_ALLOCATED_GPUS =
      gauge("queue_allocated_gpus", GPUS, QUEUE_NAME).help("GPUs that a queue holds");

  public static final Metric QUEUE_ALLOCATED_CPU_CORES =
      gauge("queue_allocated_cpu_cores", CORES, QUEUE_NAME).help("Cores that a queue holds");

  public static final Metric QUEUE_ALLOCATED_MEMORY_BYTES =
      gauge("queue_allocated_memory_bytes", BYTES, QUEUE_NAME).help("Memory that a queue holds");

  public static final Metric QUEUE_FAIR_SHARE_GPU =
      gauge("queue_fair_share_gpu", GPUS, QUEUE_NAME)
          .help("GPUs that a queue should have by its weight, given who asks now");

  public static final Metric QUEUE_FAIR_SHARE_CPU_CORES =
      gauge("queue_fair_share_cpu_cores", CORES, QUEUE_NAME)
          .help("Cores that a queue should have by its weight, given who asks now");

  public static final Metric QUEUE_FAIR_SHARE_MEMORY_GB =
      gauge("queue_fair_share_memory_gb", GIGABYTES, QUEUE_NAME)
          .help("Memory that a queue should have by its weight, given who asks now");

  public static final Metric QUEUE_GPU_USAGE =
      gauge("queue_gpu_usage", UNKNOWN, QUEUE_NAME)
          .help("GPUs that a queue has used over time, for time-based fair share")
          .needs("a usage database")
          .note("Its unit depends on the usage database that the scheduler is given.");

  // Decisions

  public static final Metric TOTAL_PREEMPTION_ATTEMPTS =
      counter("total_preemption_attempts", COUNT)
          .help("Attempts to preempt")
          .note("A counter, although its name does not end in _total.");

  public static final Metric POD_GROUP_EVICTED_PODS_TOTAL =
      counter("pod_group_evicted_pods_total", COUNT, PODGROUP, NAMESPACE, UID, NODEPOOL, ACTION)
          .identifiedBy(UID, NODEPOOL, ACTION)
          .help("Pods evicted");

  public static final Metric PODGROUPS_ACTED_ON_BY_ACTION =
      counter("podgroups_acted_on_by_action", COUNT, ACTION)
          .help("Pod groups that an action considered")
          .note("A counter, although its name does not end in _total.");

  public static final Metric PODGROUPS_SCHEDULED_BY_ACTION =
      counter("podgroups_scheduled_by_action", COUNT, ACTION)
          .help("Pod groups that an action scheduled")
          .note("A counter, although its name does not end in _total.");

  // Speed

  public static final Metric E2E_SCHEDULING_LATENCY_MILLISECONDS =
      gauge("e2e_scheduling_latency_milliseconds", MILLISECONDS)
          .help("Duration of the last scheduling cycle");

  public static final Metric TASK_SCHEDULING_LATENCY_MILLISECONDS =
      histogram("task_scheduling_latency_milliseconds", MILLISECONDS)
          .help("Time from a pod's creation to the attempt to bind it")
          .note("The highest bucket ends at 2.56 s: longer waits cannot be told apart.");

  private Kai() {}
}
