package io.runboards.simulate.gpu;

import io.runboards.simulate.cluster.Gpu;
import io.runboards.simulate.cluster.Pod;
import io.runboards.simulate.cluster.Share;
import java.util.Optional;

/**
 * Who holds a GPU or a slice, as the exporter hears it from the kubelet; all empty if nobody does.
 *
 * @param container the container
 * @param namespace its namespace
 * @param pod its pod
 */
record Holder(String container, String namespace, String pod) {
  static final Holder NOBODY = new Holder("", "", "");

  /** Who holds a GPU, given the first of those who use it. */
  static Holder of(Gpu gpu, Optional<Share> first) {
    if (first.isEmpty()) {
      return NOBODY;
    }
    if (gpu.isDivided()) {
      return new Holder("reservation", Gpu.RESERVATIONS, gpu.reservation());
    }
    Pod pod = first.get().pod();
    return new Holder(Pod.CONTAINER, pod.namespace(), pod.name());
  }
}
