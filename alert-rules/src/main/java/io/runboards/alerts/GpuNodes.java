package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONDITION_STATUS;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.READY;
import static io.runboards.catalog.Labels.SCHEDULABLE;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Label;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.query.Series;

/**
 * The nodes that have GPUs, as series by {@code clusterId} and {@code node} whose value is how
 * many.
 *
 * <p>What Kubernetes says of a node comes first: its words are documented. It knows no cluster, so
 * nodes of one name in several clusters are taken for one. Only where it says nothing, a label of
 * Run:ai counts, the values of which are a setting of the site.
 *
 * @param at where the rules run
 */
record GpuNodes(Installation at) {

  /** The GPUs that nodes have now. A node can show twice while one of its labels changes. */
  static Series gpus() {
    return max(metric(Runai.GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE).above(0);
  }

  Series notReady() {
    Selected ready = metric(KubeStateMetrics.NODE_STATUS_CONDITION).where(is(CONDITION, "Ready"));
    Series bad = max(ready.where(matches(CONDITION_STATUS, "false|unknown"))).by(NODE);
    return said(bad, max(ready).by(NODE), READY, at.spelling().ready());
  }

  Series cordoned() {
    Series cordoned = max(metric(KubeStateMetrics.NODE_SPEC_UNSCHEDULABLE)).by(NODE);
    return said(cordoned, cordoned, SCHEDULABLE, at.spelling().schedulable());
  }

  private Series said(Series byKubernetes, Series known, Label byRunai, String good) {
    Series sure = Nodes.GPU_COUNT.read().above(0).and(byKubernetes.equalTo(1)).on(NODE);
    if (at.version().isBefore(ClusterVersion.V2_17)) {
      return sure;
    }
    Series likely =
        max(metric(Runai.GPU_COUNT_PER_NODE).where(isNot(byRunai, good), isNot(byRunai, "")))
            .by(CLUSTER_ID, NODE)
            .above(0);
    return sure.or(likely.unless(known).on(NODE)).on(CLUSTER_ID, NODE);
  }
}
