package io.runboards.query;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Runai.ALLOCATED_GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.catalog.Runai.GPU_UTILIZATION_PER_GPU;
import static io.runboards.catalog.Runai.REQUESTED_GPUS_PER_WORKLOAD;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.clampMin;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.labelJoin;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.sumOverTime;
import static io.runboards.query.Queries.timestamp;
import static io.runboards.query.Queries.topk;
import static io.runboards.query.Queries.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A query that is written in Java reads like the PromQL that it becomes. */
class SeriesTest {
  private static final Selected GPUS =
      metric(GPU_COUNT_PER_NODE).where(matches(CLUSTER_ID, "$cluster"));
  private static final Selected BUSY = metric(GPU_UTILIZATION_PER_GPU);

  private static void says(Series series, String promql) {
    assertThat(series).hasToString(promql);
    assertThat(Promql.same(Promql.check(series.expr(), Syntax.GRAFANA), series.expr())).isTrue();
  }

  @Test
  void selectorsAndAggregations() {
    says(
        sum(max(GPUS).by(CLUSTER_ID, NODE)),
        "sum(max by (clusterId, node) (runai_gpu_count_per_node{clusterId=~\"$cluster\"}))");
    says(topk(10, BUSY).without(NODE), "topk without (node) (10, runai_gpu_utilization_per_gpu)");
    says(
        count(BUSY.where(is(NODE, "a\"b"), is(CLUSTER_ID, "c"))),
        "count(runai_gpu_utilization_per_gpu{clusterId=\"c\",node=\"a\\\"b\"})");
  }

  @Test
  void operatorsPutParenthesesWhereTheyAreNeeded() {
    says(sum(BUSY).plus(1).times(number(2)), "(sum(runai_gpu_utilization_per_gpu) + 1) * 2");
    says(
        sum(BUSY).minus(sum(BUSY).minus(1)),
        "sum(runai_gpu_utilization_per_gpu) - (sum(runai_gpu_utilization_per_gpu) - 1)");
    says(
        sum(BUSY).above(0).and(sum(GPUS)),
        "sum(runai_gpu_utilization_per_gpu) > 0 and"
            + " sum(runai_gpu_count_per_node{clusterId=~\"$cluster\"})");
  }

  @Test
  void joins() {
    says(
        max(metric(ALLOCATED_GPU_COUNT_PER_NODE))
            .by(CLUSTER_ID, NODE)
            .dividedBy(max(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID, NODE))
            .on(CLUSTER_ID, NODE),
        "max by (clusterId, node) (runai_allocated_gpu_count_per_node) / on (clusterId, node)"
            + " max by (clusterId, node) (runai_gpu_count_per_node)");
    says(
        sum(BUSY)
            .by(CLUSTER_ID)
            .times(group(metric(REQUESTED_GPUS_PER_WORKLOAD)).by(CLUSTER_ID, PROJECT))
            .on(CLUSTER_ID)
            .groupRight(PROJECT),
        "sum by (clusterId) (runai_gpu_utilization_per_gpu) * on (clusterId) group_right (project)"
            + " group by (clusterId, project) (runai_requested_gpus_per_workload)");
    says(sum(BUSY).above(1).asBool(), "sum(runai_gpu_utilization_per_gpu) > bool 1");
  }

  @Test
  void functionsOverTime() {
    says(avgOverTime(BUSY, "10m"), "avg_over_time(runai_gpu_utilization_per_gpu[10m])");
    says(
        labelJoin(BUSY, NODE, "/", List.of(CLUSTER_ID, NODE)),
        "label_join(runai_gpu_utilization_per_gpu, \"node\", \"/\", \"clusterId\", \"node\")");
    says(
        sumOverTime(sum(BUSY).plus(1), "$__range:1m"),
        "sum_over_time((sum(runai_gpu_utilization_per_gpu) + 1)[$__range:1m])");
    says(rate(promql("a_total"), "$__rate_interval"), "rate(a_total[$__rate_interval])");
    says(BUSY.offset("1w"), "runai_gpu_utilization_per_gpu offset 1w");
    says(now().minus(clampMin(BUSY, 0)), "time() - clamp_min(runai_gpu_utilization_per_gpu, 0)");
  }

  @Test
  void whatIsAlwaysThereAndWhenItWasScraped() {
    says(vector(1), "vector(1)");
    says(timestamp(BUSY).minus(BUSY), "timestamp(%s) - %s".formatted(BUSY, BUSY));
  }

  @Test
  void aLabelThatTheMetricLacksFailsAtTheCall() {
    assertThatThrownBy(() -> BUSY.where(is(PROJECT, "a")))
        .isInstanceOf(WrongQuery.class)
        .hasMessage(
            "runai_gpu_utilization_per_gpu has no label 'project'; it has clusterId, gpu, node");
    assertThatThrownBy(() -> sum(BUSY).by(PROJECT))
        .isInstanceOf(WrongQuery.class)
        .hasMessage(
            "runai_gpu_utilization_per_gpu has no label 'project'; it has clusterId, gpu, node");
    assertThatThrownBy(() -> sum(max(BUSY).by(CLUSTER_ID)).by(NODE))
        .isInstanceOf(WrongQuery.class)
        .hasMessage("the input of the aggregation has no label 'node'; it has clusterId");
    assertThatThrownBy(() -> sum(BUSY).by(CLUSTER_ID).by(NODE))
        .isInstanceOf(WrongQuery.class)
        .hasMessage("sum by (clusterId) (runai_gpu_utilization_per_gpu) is grouped already");
  }

  @Test
  void textThatIsNoPromqlFailsAtTheCall() {
    assertThatThrownBy(() -> promql("sum(a"))
        .isInstanceOf(WrongQuery.class)
        .hasMessage("query:1:4: error: this parenthesis is never closed");
  }

  @Test
  void aWindowIsALengthOfTime() {
    assertThatThrownBy(() -> rate(sum(BUSY), "5m"))
        .isInstanceOf(WrongQuery.class)
        .hasMessage("a window over a calculation needs a step: \"5m:1m\"");
    assertThatThrownBy(() -> rate(BUSY, "often"))
        .isInstanceOf(WrongQuery.class)
        .hasMessageStartingWith("\"often\" is no window such as \"5m\": ");
  }

  @Test
  void aWorkloadIsKnownByItsId() {
    says(
        group(metric(REQUESTED_GPUS_PER_WORKLOAD)).by(WORKLOAD_ID),
        "group by (workload_id) (runai_requested_gpus_per_workload)");
  }
}
