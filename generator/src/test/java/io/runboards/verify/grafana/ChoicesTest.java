package io.runboards.verify.grafana;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.Variable.valuesOf;
import static io.runboards.verify.grafana.Store.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.catalog.Runai;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.verify.grafana.Wishes.Pick;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Variables get the values that they have when someone opens the dashboard. */
class ChoicesTest {
  private static final ValuesOf CLUSTER =
      valuesOf(CLUSTER_ID, Runai.GPU_COUNT_PER_NODE).named("cluster").orAll().multi();
  private static final ValuesOf NODES = valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).within(CLUSTER);
  private static final String ALL = "$cluster ${cluster:regex} ${cluster:pipe} ${cluster:csv}";

  private static Choices open(Values store, Wishes wishes, Variable... variables) {
    Dashboard dashboard = dashboard("d", "D").variables(variables);
    return Choices.of(dashboard, wishes, store, SIX_HOURS, Reader.USUAL);
  }

  private static Choices open(Values store, Variable... variables) {
    return open(store, Wishes.NONE, variables);
  }

  private static String in(Choices choices, String text) {
    return choices.inQuery(text, SIX_HOURS, Escaping.USUAL);
  }

  @Test
  void aVariableAsksWithWhatIsChosenInThoseBeforeIt() {
    Store store = new Store("b", "a.c");
    Choices choices = open(store, NODES, CLUSTER);
    assertThat(store.asked)
        .containsExactly(
            "clusterId of runai_gpu_count_per_node, 2026-03-01T06:00:01Z to 2026-03-01T12:00:01Z",
            "node of runai_gpu_count_per_node{clusterId=~\".+\"}, 2026-03-01T06:00:01Z to"
                + " 2026-03-01T12:00:01Z");
    assertThat(choices.variables())
        .extracting(Chosen::name)
        .containsExactly("datasource", "node", "cluster");
    assertThat(in(choices, "$node $cluster $datasource")).isEqualTo("a.c .+ prometheus");
  }

  @Test
  void wishesAreAskedWithAndNeedNotBeOffered() {
    Store store = new Store("b", "a");
    Choices choices =
        open(store, Wishes.NONE.with("cluster", "x.y", "z").with("node", "n"), CLUSTER, NODES);
    assertThat(store.asked.getLast())
        .startsWith("node of runai_gpu_count_per_node{clusterId=~\"(x\\\\.y|z)\"},");
    assertThat(in(choices, "$node")).isEqualTo("n");
    Wishes all = Wishes.pick(Pick.ONE).with("cluster", "$__all");
    assertThat(in(open(store, all, CLUSTER), "$cluster")).isEqualTo(".+");
  }

  @Test
  void formatsWriteChosenValuesInTheirOwnWay() {
    Store store = new Store("b", "a.c", "d");
    assertThat(in(open(store, CLUSTER), ALL)).isEqualTo(".+ .+ .+ .+");
    assertThat(in(open(store, Wishes.pick(Pick.ONE), CLUSTER), ALL))
        .isEqualTo("a\\\\.c a\\.c a.c a.c");
    Choices several = open(store, Wishes.pick(Pick.SEVERAL), CLUSTER);
    assertThat(in(several, ALL)).isEqualTo("(a\\\\.c|b) (a\\.c|b) a.c|b a.c,b");
    assertThat(in(several, "${cluster:raw} [[cluster]] [[cluster:pipe]] ${cluster:glob}"))
        .isEqualTo("a.c,b (a\\\\.c|b) a.c|b {a.c,b}");
    assertThat(in(several, "${cluster:doublequote} ${cluster:singlequote} ${cluster:text}"))
        .isEqualTo("\"a.c\",\"b\" 'a.c','b' a.c + b");
    assertThat(in(several, "${cluster:distributed} ${cluster:join:-} ${cluster:nonsense}"))
        .isEqualTo("a.c,cluster=b a.c-b {a.c,b}");
  }

  @Test
  void allIsEachValueWhereNothingElseStandsForIt() {
    Variable kind = Variable.listed("kind", "Kind", "training", "In use : a.b, c").multi();
    Choices choices = open(new Store(), kind);
    assertThat(in(choices, "$kind ${kind:text}")).isEqualTo("(training|a\\\\.b, c) All");
    Choices one = open(new Store(), Wishes.NONE.with("kind", "a.b, c"), kind);
    assertThat(in(one, "$kind ${kind:text}")).isEqualTo("a\\\\.b, c In use");
  }

  @Test
  void otherVariablesHaveTheirFirstValue() {
    Choices choices =
        open(
            new Store(),
            Variable.listed("size", "Size", "10", "20"),
            Variable.interval("window", "Window", "5m", "1h"),
            Variable.textBox("search", "Search", "a\\.*"),
            Variable.constant("price", "2.5"));
    assertThat(in(choices, "$size $window $search $price $other $1 ${__from} ${__to:date}"))
        .isEqualTo("10 5m a\\\\.* 2.5 $other $1 1772344800250 2026-03-01T12:00:00.250Z");
    assertThat(choices.problems()).isEmpty();
  }

  @Test
  void valuesAndWordsComeOutOfSeries() {
    ValuesOf workload = valuesOf(WORKLOAD_ID, Runai.GPU_UTILIZATION_PER_WORKLOAD);
    Store store = new Store("zoo", "ant", "zoo");
    Choices worded = open(store, workload.worded(WORKLOAD_NAME));
    assertThat(store.asked)
        .containsExactly(
            "group by (workload_id, workload_name) (runai_gpu_utilization_per_workload) at"
                + " 2026-03-01T12:00:01Z");
    assertThat(worded.variables().getLast().options())
        .containsExactly(new Option("ant", "id-ant"), new Option("zoo", "id-zoo"));
    assertThat(in(worded, "$workload_id ${workload_id:text}")).isEqualTo("id-ant ant");
  }

  @Test
  void numbersAreInTheOrderOfNumbers() {
    ValuesOf gpu = valuesOf(GPU, Runai.GPU_UTILIZATION_PER_GPU);
    Store store = new Store("gpu-10", "gpu-9", "none", "gpu-9 b");
    assertThat(open(store, gpu.numerical()).variables().getLast().options())
        .extracting(Option::value)
        .containsExactly("none", "gpu-9", "gpu-9 b", "gpu-10");
    assertThat(open(store, gpu).variables().getLast().options())
        .extracting(Option::value)
        .containsExactly("gpu-10", "gpu-9", "gpu-9 b", "none");
  }

  @Test
  void aVariableWithoutAValueIsTold() {
    Choices choices =
        open(new Store(), CLUSTER, NODES, valuesOf(GPU, Runai.GPU_UTILIZATION_PER_GPU).multi());
    assertThat(choices.problems())
        .containsExactly(
            "'cluster' has no value: label_values(runai_gpu_count_per_node, clusterId)",
            "'node' has no value:"
                + " label_values(runai_gpu_count_per_node{clusterId=~\".+\"}, node)",
            "'gpu' has no value: label_values(runai_gpu_utilization_per_gpu, gpu)");
    assertThat(in(choices, "c=~\"$cluster\" n=\"$node\" g=~\"$gpu\""))
        .isEqualTo("c=~\".+\" n=\"\" g=~\"()\"");
  }

  @Test
  void aQueryThatIsNotAnsweredIsToldInTheWordsOfTheStore() {
    Values broken =
        new Values() {
          @Override
          public List<String> labelValues(String label, String selector, TimeRange range)
              throws NoValues {
            throw new NoValues("too many series");
          }

          @Override
          public List<SortedMap<String, String>> queryResult(String promql, Instant at) {
            return List.of();
          }
        };
    assertThat(open(broken, CLUSTER).problems())
        .containsExactly(
            "'cluster' has no value: label_values(runai_gpu_count_per_node, clusterId) answers: too"
                + " many series");
  }

  @Test
  void aValueThatGrafanaSpoilsIsTold() {
    Store store = new Store("it's");
    assertThat(open(store, CLUSTER, NODES).problems())
        .containsExactly("'node' is it's, which Grafana cannot put into a query");
    assertThat(open(store, Wishes.pick(Pick.ONE), CLUSTER).problems()).isEmpty();
  }

  @Test
  void oneValueIsOneValue() {
    assertThatThrownBy(() -> open(new Store("a"), Wishes.NONE.with("node", "a", "b"), NODES))
        .hasMessage("'node' takes one value, not a, b");
  }

  @Test
  void variablesThatWaitForEachOtherAreToldAtOnce() {
    ValuesOf first =
        valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).where(Condition.is(CLUSTER_ID, "$clusterId"));
    ValuesOf second =
        valuesOf(CLUSTER_ID, Runai.GPU_COUNT_PER_NODE).where(Condition.is(NODE, "$node"));
    assertThatThrownBy(() -> open(new Store("a"), first, second))
        .hasMessage("these variables wait for each other: node, clusterId");
  }
}
