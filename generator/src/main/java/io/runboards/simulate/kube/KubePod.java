package io.runboards.simulate.kube;

import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.time.Moment;

/** A pod with one container, as Kubernetes knows it. */
sealed interface KubePod permits WorkPod, ServicePod, ReservationPod {
  String namespace();

  String name();

  String uid();

  String container();

  String image();

  /** The kind of the object that made it. */
  String ownerKind();

  /** The name of the object that made it. */
  String owner();

  /** The name of its node; empty while it waits for one. */
  String node();

  /** The cores that it requests. */
  double cores();

  /** The cores that it may use. */
  double coreLimit();

  /** The memory that it requests, in bytes. */
  double memory();

  /** The memory that it may use, in bytes. */
  double memoryLimit();

  /** The GPUs or slices that it requests from Kubernetes. */
  int devices();

  /** What Kubernetes calls them. */
  String device();

  Pod.Phase phase();

  /** How often its container has been started anew. */
  int restarts();

  /** Whether its container runs. */
  boolean isUp(Moment now);

  /** Why its container waits; empty if it does not. */
  String waits(Moment now);

  /** How its container ended; empty if it has not. */
  String ended();

  /** How its container ended before it was started anew; empty if it never was. */
  String lastEnd();

  /** In cores. */
  double cpuUsed();

  /** In bytes. */
  double memoryUsed();
}
