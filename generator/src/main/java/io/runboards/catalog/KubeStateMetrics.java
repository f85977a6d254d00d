package io.runboards.catalog;

import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.CREATED_BY_KIND;
import static io.runboards.catalog.Labels.CREATED_BY_NAME;
import static io.runboards.catalog.Labels.DAEMONSET;
import static io.runboards.catalog.Labels.DEPLOYMENT;
import static io.runboards.catalog.Labels.HOST_IP;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.NODE_POOL_LABEL;
import static io.runboards.catalog.Labels.PHASE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.POD_IP;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.RESOURCE;
import static io.runboards.catalog.Labels.STATEFULSET;
import static io.runboards.catalog.Labels.UID;
import static io.runboards.catalog.Labels.UNIT;
import static io.runboards.catalog.Metric.counter;
import static io.runboards.catalog.Metric.gauge;
import static io.runboards.catalog.Metric.info;
import static io.runboards.catalog.Unit.BOOLEAN;
import static io.runboards.catalog.Unit.BYTES;
import static io.runboards.catalog.Unit.BY_LABEL;
import static io.runboards.catalog.Unit.CORES;
import static io.runboards.catalog.Unit.COUNT;

/** kube-state-metrics 2: the state of Kubernetes objects. */
public final class KubeStateMetrics {
  private static final String REMOVED =
      "removed in kube-state-metrics 2, although the published Run:ai list still names it; use"
          + " kube_pod_container_resource_requests{resource,unit}";

  // Pods

  public static final Metric POD_INFO =
      info(
              "kube_pod_info",
              NAMESPACE,
              POD,
              UID,
              NODE,
              HOST_IP,
              POD_IP,
              CREATED_BY_KIND,
              CREATED_BY_NAME)
          .identifiedBy(NAMESPACE, POD)
          .identifiedBy(UID)
          .sometimes(NODE, HOST_IP, POD_IP, CREATED_BY_KIND, CREATED_BY_NAME)
          .help("Node, address and creator of a pod");

  public static final Metric POD_STATUS_PHASE =
      gauge("kube_pod_status_phase", BOOLEAN, NAMESPACE, POD, UID, PHASE)
          .identifiedBy(NAMESPACE, POD, PHASE)
          .identifiedBy(UID, PHASE)
          .help("Whether a pod is in a phase");

  public static final Metric POD_STATUS_REASON =
      gauge("kube_pod_status_reason", BOOLEAN, NAMESPACE, POD, UID, REASON)
          .identifiedBy(NAMESPACE, POD, REASON)
          .identifiedBy(UID, REASON)
          .help("Why a pod failed, such as Evicted or NodeLost")
          .note("Newer versions show only the reason that holds; older ones show the rest as 0.");

  // Containers

  public static final Metric POD_CONTAINER_RESOURCE_REQUESTS =
      gauge(
              "kube_pod_container_resource_requests",
              BY_LABEL,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              NODE,
              RESOURCE,
              UNIT)
          .identifiedBy(NAMESPACE, POD, CONTAINER, RESOURCE)
          .identifiedBy(UID, CONTAINER, RESOURCE)
          .sometimes(NODE)
          .help("What a container requests of a resource")
          .note("Choose one resource: cores, bytes and GPUs cannot be added.");

  public static final Metric POD_CONTAINER_RESOURCE_LIMITS =
      gauge(
              "kube_pod_container_resource_limits",
              BY_LABEL,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              NODE,
              RESOURCE,
              UNIT)
          .identifiedBy(NAMESPACE, POD, CONTAINER, RESOURCE)
          .identifiedBy(UID, CONTAINER, RESOURCE)
          .sometimes(NODE)
          .help("What a container may use of a resource")
          .note("Choose one resource: cores, bytes and GPUs cannot be added.");

  public static final Metric POD_CONTAINER_RESOURCE_REQUESTS_CPU_CORES =
      gauge(
              "kube_pod_container_resource_requests_cpu_cores",
              CORES,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              NODE)
          .identifiedBy(NAMESPACE, POD, CONTAINER)
          .identifiedBy(UID, CONTAINER)
          .help("CPU cores requested by a container")
          .deprecated(REMOVED);

  public static final Metric POD_CONTAINER_RESOURCE_REQUESTS_MEMORY_BYTES =
      gauge(
              "kube_pod_container_resource_requests_memory_bytes",
              BYTES,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              NODE)
          .identifiedBy(NAMESPACE, POD, CONTAINER)
          .identifiedBy(UID, CONTAINER)
          .help("Memory requested by a container")
          .deprecated(REMOVED);

  public static final Metric POD_CONTAINER_STATUS_RESTARTS_TOTAL =
      counter("kube_pod_container_status_restarts_total", COUNT, NAMESPACE, POD, UID, CONTAINER)
          .identifiedBy(NAMESPACE, POD, CONTAINER)
          .identifiedBy(UID, CONTAINER)
          .help("Restarts of a container");

  public static final Metric POD_CONTAINER_STATUS_LAST_TERMINATED_REASON =
      gauge(
              "kube_pod_container_status_last_terminated_reason",
              BOOLEAN,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              REASON)
          .identifiedBy(NAMESPACE, POD, CONTAINER, REASON)
          .identifiedBy(UID, CONTAINER, REASON)
          .help("Why a container ended the last time, such as OOMKilled")
          .note("It stays while the container runs again: ask for a fresh restart as well.");

  public static final Metric POD_CONTAINER_STATUS_TERMINATED_REASON =
      gauge(
              "kube_pod_container_status_terminated_reason",
              BOOLEAN,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              REASON)
          .identifiedBy(NAMESPACE, POD, CONTAINER, REASON)
          .identifiedBy(UID, CONTAINER, REASON)
          .help("Why a container that has ended did so, such as OOMKilled")
          .note("Gone once the container runs again; where pods never restart, it stays.");

  public static final Metric POD_CONTAINER_STATUS_WAITING_REASON =
      gauge(
              "kube_pod_container_status_waiting_reason",
              BOOLEAN,
              NAMESPACE,
              POD,
              UID,
              CONTAINER,
              REASON)
          .identifiedBy(NAMESPACE, POD, CONTAINER, REASON)
          .identifiedBy(UID, CONTAINER, REASON)
          .help("Why a container waits, such as CrashLoopBackOff")
          .note("A container in a crash loop runs now and then: look back over some minutes.");

  // Nodes

  public static final Metric NODE_STATUS_CAPACITY =
      gauge("kube_node_status_capacity", BY_LABEL, NODE, RESOURCE, UNIT)
          .identifiedBy(NODE, RESOURCE)
          .help("What a node has of a resource")
          .note("Choose one resource: cores, bytes and GPUs cannot be added.");

  public static final Metric NODE_STATUS_ALLOCATABLE =
      gauge("kube_node_status_allocatable", BY_LABEL, NODE, RESOURCE, UNIT)
          .identifiedBy(NODE, RESOURCE)
          .help("What a node can give to pods of a resource")
          .note("Choose one resource: cores, bytes and GPUs cannot be added.");

  public static final Metric NODE_STATUS_CONDITION =
      gauge("kube_node_status_condition", BOOLEAN, NODE, CONDITION, CONDITION_STATUS)
          .help("Whether a condition of a node has a status");

  public static final Metric NODE_SPEC_UNSCHEDULABLE =
      gauge("kube_node_spec_unschedulable", BOOLEAN, NODE)
          .help("Whether a node is cordoned: it takes no new pods");

  public static final Metric NODE_LABELS =
      info("kube_node_labels", NODE, NODE_POOL_LABEL)
          .identifiedBy(NODE)
          .help("Kubernetes labels of a node")
          .needs("the node pool's label in kube-state-metrics' --metric-labels-allowlist");

  // Controllers

  public static final Metric JOB_FAILED =
      gauge("kube_job_failed", BOOLEAN, NAMESPACE, JOB_NAME, CONDITION)
          .help("Whether a job has failed");

  public static final Metric DEPLOYMENT_STATUS_REPLICAS_UNAVAILABLE =
      gauge("kube_deployment_status_replicas_unavailable", COUNT, NAMESPACE, DEPLOYMENT)
          .help("Pods that a deployment lacks");

  public static final Metric DEPLOYMENT_SPEC_REPLICAS =
      gauge("kube_deployment_spec_replicas", COUNT, NAMESPACE, DEPLOYMENT)
          .help("Pods that a deployment should have");

  public static final Metric DEPLOYMENT_STATUS_REPLICAS_AVAILABLE =
      gauge("kube_deployment_status_replicas_available", COUNT, NAMESPACE, DEPLOYMENT)
          .help("Pods of a deployment that are available");

  public static final Metric STATEFULSET_STATUS_REPLICAS_READY =
      gauge("kube_statefulset_status_replicas_ready", COUNT, NAMESPACE, STATEFULSET)
          .help("Pods of a StatefulSet that are ready");

  public static final Metric STATEFULSET_REPLICAS =
      gauge("kube_statefulset_replicas", COUNT, NAMESPACE, STATEFULSET)
          .help("Pods that a StatefulSet should have");

  public static final Metric DAEMONSET_STATUS_NUMBER_UNAVAILABLE =
      gauge("kube_daemonset_status_number_unavailable", COUNT, NAMESPACE, DAEMONSET)
          .help("Nodes on which a DaemonSet should run but is not available");

  public static final Metric DAEMONSET_STATUS_DESIRED_NUMBER_SCHEDULED =
      gauge("kube_daemonset_status_desired_number_scheduled", COUNT, NAMESPACE, DAEMONSET)
          .help("Nodes on which a DaemonSet should run");

  public static final Metric DAEMONSET_STATUS_NUMBER_AVAILABLE =
      gauge("kube_daemonset_status_number_available", COUNT, NAMESPACE, DAEMONSET)
          .help("Nodes on which a DaemonSet is available");

  private KubeStateMetrics() {}
}
