package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.OLD_HOSTNAME;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.UUID;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.rules.LabelValue.with;

import io.runboards.catalog.Metric;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import java.util.stream.Stream;

/** The cluster that tests of rules are about: its series, and the labels that follow from them. */
final class TestCluster {
  static final LabelValue CLUSTER = with(CLUSTER_ID, "c1");

  private TestCluster() {}

  static LabelValue node(String name) {
    return with(NODE, name);
  }

  static LabelValue project(String name) {
    return with(PROJECT, name);
  }

  static LabelValue workload(String id) {
    return with(WORKLOAD_ID, id);
  }

  /** A series of the cluster. */
  static Given inCluster(Metric metric, String values, LabelValue... labels) {
    return Given.series(metric, values, and(new LabelValue[] {CLUSTER}, labels));
  }

  /** A series of dcgm-exporter about a GPU of the node {@code n1}. */
  static Given onGpu(Metric metric, String gpu, String values, LabelValue... more) {
    LabelValue[] own = {with(OLD_HOSTNAME, "n1"), with(GPU, gpu), with(UUID, "GPU-" + gpu)};
    return Given.series(metric, values, and(own, more));
  }

  /** The labels of an alert about a GPU of the node {@code n1}. */
  static LabelValue[] gpu(String index) {
    return new LabelValue[] {node("n1"), with(GPU, index), with(UUID, "GPU-" + index)};
  }

  static LabelValue[] and(LabelValue[] some, LabelValue... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(LabelValue[]::new);
  }
}
