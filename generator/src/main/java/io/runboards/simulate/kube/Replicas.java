package io.runboards.simulate.kube;

import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The replicas of kube-state-metrics in a cluster: each shows everything, so all of it is there
 * more than once, under another instance.
 *
 * @param targets where they can be scraped
 */
record Replicas(List<Target> targets) {
  static Replicas of(String cluster, Targets targets) {
    return new Replicas(
        Stream.of("a", "b")
            .map(one -> "kube-state-metrics-" + one + "-" + cluster + ":8080")
            .map(instance -> targets.add("kube-state-metrics", instance))
            .toList());
  }

  /** Series that come and go together. */
  Batch batch() {
    return new Batch(targets.stream().map(Target::group).toList());
  }
}
