package io.runboards.simulate.kube;

import static io.runboards.catalog.KubeStateMetrics.JOB_FAILED;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_STATUS_TERMINATED_REASON;
import static io.runboards.catalog.KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON;
import static io.runboards.catalog.KubeStateMetrics.POD_INFO;
import static io.runboards.catalog.KubeStateMetrics.POD_STATUS_PHASE;
import static io.runboards.catalog.KubeStateMetrics.POD_STATUS_REASON;

import io.runboards.simulate.cluster.Node;

/**
 * What lies about in every cluster and alarms nobody: a job that is done, one that failed long ago,
 * a pod that was evicted, and one with a mistake in the name of its image.
 */
final class Leftovers {
  private static final String BACKEND = "runai-backend";

  private Leftovers() {}

  static void show(Node node, Replicas replicas) {
    Batch batch = replicas.batch();
    failedJob(batch, BACKEND, "migration-1");
    String done = pod(batch, node, BACKEND, "migration-2-x7k2p", "Job", "Succeeded");
    batch.constant(
        1,
        POD_CONTAINER_STATUS_TERMINATED_REASON,
        BACKEND,
        "migration-2-x7k2p",
        done,
        "migration",
        "Completed");
    String evicted = pod(batch, node, BACKEND, "report-6f9d-2vqzl", "ReplicaSet", "Failed");
    batch.constant(1, POD_STATUS_REASON, BACKEND, "report-6f9d-2vqzl", evicted, "Evicted");
    String debug = pod(batch, node, "default", "debug-grace", "", "Pending");
    batch.constant(
        1,
        POD_CONTAINER_STATUS_WAITING_REASON,
        "default",
        "debug-grace",
        debug,
        "debug",
        "ImagePullBackOff");
  }

  /** A job that has failed for good. */
  static void failedJob(Batch batch, String namespace, String name) {
    batch.constant(1, JOB_FAILED, namespace, name, "true");
    batch.constant(0, JOB_FAILED, namespace, name, "false");
    batch.constant(0, JOB_FAILED, namespace, name, "unknown");
  }

  /** A pod that stays in a phase; returns its identifier. */
  private static String pod(
      Batch batch, Node node, String namespace, String name, String owner, String phase) {
    String uid = node.name() + "-" + name;
    batch.constant(
        1,
        POD_INFO,
        namespace,
        name,
        uid,
        node.name(),
        Address.of(node.name(), "10.0."),
        Address.of(name, "10.244."),
        owner,
        owner.isEmpty() ? "" : name.substring(0, name.lastIndexOf('-')));
    for (String one : new String[] {"Pending", "Running", "Succeeded", "Failed", "Unknown"}) {
      batch.constant(one.equals(phase) ? 1 : 0, POD_STATUS_PHASE, namespace, name, uid, one);
    }
    return uid;
  }
}
