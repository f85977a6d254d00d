package io.runboards.catalog;

import static io.runboards.catalog.Label.bounded;
import static io.runboards.catalog.Label.forbidden;
import static io.runboards.catalog.Label.person;
import static io.runboards.catalog.Label.unbounded;

import java.util.Comparator;
import java.util.List;

/**
 * The labels of all metrics.
 *
 * <p>A constant is named like its label. Where two sources mean different things by one name, the
 * constants differ: {@link #USER} and {@link #TENANT} are both called {@code user}.
 */
public final class Labels {

  // Run:ai: the published glossary, in its order and with its words

  public static final Label CLUSTER_ID = bounded("clusterId", "Cluster Identifier");
  public static final Label DEPARTMENT = bounded("department", "Name of Run:ai Department");
  public static final Label CPU_QUOTA =
      bounded("cpu_quota", "CPU limit per project; a number as text, -1 means unlimited");
  public static final Label GPU = bounded("gpu", "GPU index; unique only together with its node");
  public static final Label GPU_GUARANTEED_QUOTA =
      bounded(
          "gpu_guaranteed_quota",
          "Guaranteed GPU quota per project; a number as text, -1 means unlimited");
  public static final Label IMAGE =
      unbounded("image", "Name of Docker image; on no published Run:ai metric");
  public static final Label NAMESPACE_NAME =
      bounded("namespace_name", "Namespace; on no published Run:ai metric");
  public static final Label DEPLOYMENT_NAME =
      unbounded("deployment_name", "Deployment name; on no published Run:ai metric");
  public static final Label JOB_NAME = unbounded("job_name", "Job name; not unique");
  public static final Label JOB_TYPE =
      bounded("job_type", "Job type: training, interactive or inference");
  public static final Label JOB_UUID = unbounded("job_uuid", "Job identifier");
  public static final Label WORKLOAD_NAME =
      unbounded("workload_name", "Workload name; not unique: show it, but group by workload_id");
  public static final Label WORKLOAD_TYPE =
      bounded(
          "workload_type",
          "Workload type: training, interactive or inference; the case of the letters is"
              + " undocumented, so match it with (?i)");
  public static final Label WORKLOAD_UUID =
      unbounded("workload_uuid", "Workload identifier; on no metric: they call it workload_id");
  public static final Label POD_NAME =
      unbounded("pod_name", "Pod name. A Workload can contain many pods.");
  public static final Label POD_NAMESPACE = bounded("pod_namespace", "Pod namespace");
  public static final Label MEMORY_QUOTA =
      bounded("memory_quota", "CPU memory limit per project; a number as text, -1 means unlimited");
  public static final Label NODE = bounded("node", "Node name");
  public static final Label PROJECT = bounded("project", "Name of Run:ai Project");
  public static final Label STATUS =
      bounded("status", "Workload status: Running, Pending, etc.; on no published Run:ai metric");
  public static final Label USER =
      person("user", "User identifier: a person; on the store's own metrics, user is a tenant");

  // Run:ai: on published metrics, but not in the glossary

  public static final Label WORKLOAD_ID =
      unbounded("workload_id", "Workload identifier, which the glossary calls workload_uuid");
  public static final Label POD_UUID = unbounded("pod_uuid", "Pod identifier");
  public static final Label NODEPOOL = bounded("nodepool", "Name of the node pool");
  public static final Label QUEUE_NAME =
      bounded("queue_name", "Scheduler queue: one for each project or department and node pool");
  public static final Label GPU_MODEL = bounded("modelName", "Model of the GPUs");
  public static final Label READY =
      bounded("ready", "Whether the node is ready; its values are undocumented, likely \"true\"");
  public static final Label SCHEDULABLE =
      bounded(
          "schedulable",
          "Whether the node takes new pods; its values are undocumented, likely \"true\"");

  // Run:ai: on retired or undocumented metrics

  public static final Label DEPARTMENT_NAME =
      bounded("department_name", "Name of Run:ai Department, as department was called before 2.17");
  public static final Label POD_GROUP_UUID =
      unbounded("pod_group_uuid", "Identifier of the pods that are scheduled together");

  // NVIDIA dcgm-exporter

  public static final Label UUID = bounded("UUID", "Identifier of the GPU, unique everywhere");
  public static final Label PCI_BUS_ID = bounded("pci_bus_id", "Address of the GPU on its bus");
  public static final Label DEVICE = bounded("device", "Device name, unique on its host");
  public static final Label OLD_HOSTNAME =
      bounded("Hostname", "Node name, as older exporters write it; newer ones write hostname");
  public static final Label HOSTNAME =
      bounded("hostname", "Node name, as newer exporters write it; older ones write Hostname");
  public static final Label GPU_I_ID =
      bounded("GPU_I_ID", "Number of the MIG slice; missing on a GPU that is not sliced");
  public static final Label GPU_I_PROFILE =
      bounded("GPU_I_PROFILE", "Size of the MIG slice, such as 1g.10gb");
  public static final Label EXPORTED_CONTAINER =
      unbounded("exported_container", "Container on the GPU, when scraped without honorLabels");
  public static final Label EXPORTED_NAMESPACE =
      bounded("exported_namespace", "Namespace of the pod, when scraped without honorLabels");
  public static final Label EXPORTED_POD =
      unbounded("exported_pod", "Pod on the GPU, when scraped without honorLabels");
  public static final Label DRIVER_VERSION =
      bounded("DCGM_FI_DRIVER_VERSION", "Version of the GPU driver");
  public static final Label ERR_CODE = bounded("err_code", "The XID code, as text");
  public static final Label ERR_MSG = bounded("err_msg", "What the XID code means");
  public static final Label XID = bounded("xid", "The XID code, as text");
  public static final Label WINDOW_SIZE_IN_MS =
      bounded("window_size_in_ms", "Milliseconds in which the errors are counted");

  // Kubernetes

  public static final Label NAMESPACE = bounded("namespace", "Namespace");
  public static final Label POD = unbounded("pod", "Pod name, unique in its namespace");
  public static final Label UID = unbounded("uid", "Identifier of the object, unique everywhere");
  public static final Label CONTAINER =
      unbounded("container", "Container name, unique in its pod; empty for the pod as a whole");
  public static final Label HOST_IP = bounded("host_ip", "Address of the node");
  public static final Label POD_IP = unbounded("pod_ip", "Address of the pod");
  public static final Label CREATED_BY_KIND =
      bounded("created_by_kind", "Kind of the object that created the pod");
  public static final Label CREATED_BY_NAME =
      unbounded("created_by_name", "Name of the object that created the pod");
  public static final Label PHASE =
      bounded("phase", "Pending, Running, Succeeded, Failed or Unknown");
  public static final Label REASON = bounded("reason", "Reason, one of a fixed list");
  public static final Label RESOURCE =
      bounded("resource", "Resource name, such as cpu, memory or nvidia_com_gpu");
  public static final Label UNIT = bounded("unit", "Unit of the value: core, byte or integer");
  public static final Label CONDITION =
      bounded("condition", "Name of a node's condition, or true, false or unknown for a job");
  public static final Label CONDITION_STATUS =
      bounded("status", "Whether the condition holds: true, false or unknown");
  public static final Label NODE_POOL_LABEL =
      bounded("label_runai_node_pool", "Node pool; the label's name depends on the installation");
  public static final Label DEPLOYMENT = unbounded("deployment", "Deployment name");
  public static final Label STATEFULSET = unbounded("statefulset", "StatefulSet name");
  public static final Label DAEMONSET = bounded("daemonset", "DaemonSet name");
  public static final Label PORT = bounded("port", "Port of the network device");

  // Scheduler

  public static final Label ACTION =
      bounded("action", "Action of the scheduler, such as allocate, reclaim or preempt");
  public static final Label PODGROUP =
      unbounded("podgroup", "Name of the pods that are scheduled together");

  // Model servers, gateway, vector database

  public static final Label MODEL_NAME = bounded("model_name", "Name of the served model");
  public static final Label ENGINE =
      bounded("engine", "Number of the engine inside one server; 0 where there is only one");
  public static final Label REPLICA =
      bounded("pod", "Pod of the service itself: as many as it has replicas");
  public static final Label FINISHED_REASON =
      bounded("finished_reason", "Why the answer ended: stop, length, abort");
  public static final Label MODEL = bounded("model", "Model as the provider names it");
  public static final Label REQUESTED_MODEL =
      unbounded("requested_model", "Model as the client asked for it, wrong names included");
  public static final Label LITELLM_MODEL_NAME =
      bounded("litellm_model_name", "Model of the deployment, as the provider names it");
  public static final Label MODEL_ID = bounded("model_id", "Identifier of the deployment");
  public static final Label MODEL_GROUP =
      bounded("model_group", "Deployments that share the name which clients ask for");
  public static final Label FALLBACK_MODEL =
      bounded("fallback_model", "Model that was tried instead");
  public static final Label API_BASE = bounded("api_base", "Address of the provider");
  public static final Label API_PROVIDER = bounded("api_provider", "Name of the provider");
  public static final Label TEAM = bounded("team", "Identifier of the team");
  public static final Label TEAM_ALIAS = bounded("team_alias", "Name of the team");
  public static final Label ORG_ID = bounded("org_id", "Identifier of the organisation");
  public static final Label ORG_ALIAS = bounded("org_alias", "Name of the organisation");
  public static final Label END_USER =
      person("end_user", "Person for whom the client asks; off unless switched on");
  public static final Label USER_EMAIL = person("user_email", "Mail address of a person");
  public static final Label HASHED_API_KEY =
      person("hashed_api_key", "Hash of the key in use; a key often belongs to one person");
  public static final Label API_KEY_ALIAS =
      person("api_key_alias", "Name of the key in use; a key often belongs to one person");
  public static final Label CLIENT_IP = person("client_ip", "Address of the client");
  public static final Label USER_AGENT = unbounded("user_agent", "Program of the client");
  public static final Label EXCEPTION_STATUS =
      bounded("exception_status", "HTTP status of the error");
  public static final Label EXCEPTION_CLASS = bounded("exception_class", "Type of the error");
  public static final Label COLLECTION = bounded("collection", "Collection name");
  public static final Label COLLECTION_ID =
      bounded("id", "Collection name, on metrics that count inside one collection");
  public static final Label VECTOR = bounded("vector", "Name of a vector of the collection");
  public static final Label PEER_ID = bounded("peer_id", "Identifier of a server in its cluster");
  public static final Label ENDPOINT = bounded("endpoint", "Path of the call, without values");
  public static final Label RESPONSE_STATUS = bounded("status", "Status of the response");
  public static final Label VERSION = bounded("version", "Version of the program");

  // Prometheus and Mimir

  public static final Label LE = bounded("le", "Upper bound of a histogram's bucket");
  public static final Label INSTANCE = bounded("instance", "Host and port that was scraped");
  public static final Label JOB = bounded("job", "Scrape job");
  public static final Label REMOTE_NAME =
      bounded("remote_name", "Name of the remote write target, or a hash of its settings");
  public static final Label URL = bounded("url", "Address of the remote write target");
  public static final Label RULE_GROUP =
      bounded("rule_group", "File or namespace and name of the rule group");
  public static final Label CLUSTER = bounded("cluster", "Kubernetes cluster of the store");
  public static final Label TENANT =
      bounded("user", "Tenant of the store; on Run:ai metrics, user is a person");
  public static final Label TENANT_ID =
      bounded("__tenant_id__", "Tenant of the series, which a query of several tenants adds");
  public static final Label LIMIT_NAME = bounded("limit_name", "Name of a tenant's limit");
  public static final Label LIMIT = bounded("limit", "Name of an ingester's limit");
  public static final Label ROUTE = bounded("route", "Name or path of the call, without values");
  public static final Label STATUS_CODE = bounded("status_code", "HTTP status of the response");
  public static final Label METHOD = bounded("method", "HTTP or gRPC method");
  public static final Label NAME = bounded("name", "Name of the ring or of the program");
  public static final Label STATE = bounded("state", "State, one of a fixed list");

  // Training jobs

  public static final Label RUN = unbounded("run", "Identifier of one run of a training");

  // Objectives

  public static final Label SLO = bounded("slo", "Name of an objective for a service");
  public static final Label SERVICE =
      bounded("service", "What an objective is held for: a model, a store, all GPU nodes");

  // What no metric may carry: one value for each request or person

  public static final Label USER_ID = forbidden("user_id", "Identifier of a person");
  public static final Label REQUEST_ID = forbidden("request_id", "Identifier of a request");
  public static final Label SESSION_ID = forbidden("session_id", "Identifier of a session");
  public static final Label TRACE_ID = forbidden("trace_id", "Identifier of a trace");

  private Labels() {}

  /** The label that said the same before 2.17, when workloads were called jobs. */
  public static Label beforeWorkloads(Label label) {
    return switch (label.name()) {
      case "workload_id" -> JOB_UUID;
      case "workload_name" -> JOB_NAME;
      case "workload_type" -> JOB_TYPE;
      default -> label;
    };
  }

  /** All labels, sorted by name. Two of them may share a name. */
  public static List<Label> all() {
    return Constants.of(Labels.class, Label.class).stream()
        .sorted(Comparator.comparing(Label::name).thenComparing(Label::help))
        .toList();
  }
}
