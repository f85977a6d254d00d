package io.runboards.catalog;

import static io.runboards.catalog.ClusterVersion.V2_16;
import static io.runboards.catalog.ClusterVersion.V2_17;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.standard();

  @Test
  void findsAMetricByItsName() {
    assertThat(CATALOG.find("runai_gpu_utilization_per_gpu"))
        .contains(Runai.GPU_UTILIZATION_PER_GPU);
    assertThat(CATALOG.find("runai_gpu_utilization_per_banana")).isEmpty();
  }

  @Test
  void findsTheSeriesOfAHistogram() {
    Metric latency = Vllm.E2E_REQUEST_LATENCY_SECONDS;
    assertThat(CATALOG.find("vllm:e2e_request_latency_seconds")).contains(latency);
    assertThat(CATALOG.find("vllm:e2e_request_latency_seconds_bucket")).contains(latency.bucket());
    assertThat(CATALOG.find("vllm:e2e_request_latency_seconds_sum")).contains(latency.sum());
    assertThat(CATALOG.find("vllm:e2e_request_latency_seconds_count")).contains(latency.count());
  }

  @Test
  void knowsTheFamilyOfAMetricAndOfANameThatLooksLikeOne() {
    assertThat(family("runai_job_image")).contains("runai-retired");
    assertThat(family("runai_no_such_metric")).contains("runai");
    assertThat(family("cortex_request_duration_seconds_bucket")).contains("mimir");
    assertThat(family("up")).contains("prometheus");
    assertThat(family("http_requests_total")).isEmpty();
  }

  private static Optional<String> family(String name) {
    return CATALOG.familyOf(name).map(Family::id);
  }

  @Test
  void suggestsTheNameThatWasMisspelt() {
    assertThat(CATALOG.suggest("runai_gpu_utilisation_per_gpu"))
        .containsExactly("runai_gpu_utilization_per_gpu");
    assertThat(CATALOG.suggest("RUNAI_GPU_UTILIZATION_PER_GPU"))
        .startsWith("runai_gpu_utilization_per_gpu");
    assertThat(CATALOG.suggest("runai_gpu_utilizatoin_per_gpu"))
        .startsWith("runai_gpu_utilization_per_gpu");
    assertThat(CATALOG.suggest("vllm:e2e_request_latency_second_bucket"))
        .containsExactly("vllm:e2e_request_latency_seconds_bucket");
  }

  @Test
  void suggestsTheNameWithTheSameWordsInAnotherOrder() {
    assertThat(CATALOG.suggest("runai_per_gpu_gpu_utilization"))
        .containsExactly("runai_gpu_utilization_per_gpu");
    assertThat(CATALOG.suggest("runai_workload_gpu_utilization"))
        .startsWith("runai_gpu_utilization_per_workload");
    assertThat(CATALOG.suggest("kube_pod_restarts_total"))
        .containsExactly("kube_pod_container_status_restarts_total");
  }

  @Test
  void suggestsNothingForAStrangeName() {
    assertThat(CATALOG.suggest("foo")).isEmpty();
    assertThat(CATALOG.suggest("http_requests_total")).isEmpty();
    assertThat(CATALOG.suggest("")).isEmpty();
    assertThat(CATALOG.suggest("_")).isEmpty();
  }

  @Test
  void suggestsAtMostThreeNames() {
    assertThat(CATALOG.suggest("runai_gpu_memory_mebibytes_per_node")).hasSizeBetween(1, 3);
  }

  @Test
  void takesInTheMetricsOfOneMoreSource() {
    Family own =
        new Family(
            "own", "My programs", List.of("my_"), List.of(Metric.gauge("my_queue", Unit.COUNT)));
    Catalog both = CATALOG.with(own);
    assertThat(both.find("my_queue")).isPresent();
    assertThat(both.find("up")).isPresent();
    assertThat(both.familyOf("my_other")).contains(own);
    assertThat(CATALOG.find("my_queue")).isEmpty();
  }

  @Test
  void refusesAMetricThatTwoFamiliesHave() {
    Family again = new Family("own", "", List.of(), List.of(Metric.gauge("up", Unit.BOOLEAN)));
    assertThatIllegalStateException()
        .isThrownBy(() -> CATALOG.with(again))
        .withMessage("up is in the families prometheus and own");
  }

  @Test
  void refusesAMetricThatIsNamedLikeASeriesOfAHistogram() {
    Family again =
        new Family(
            "own",
            "",
            List.of(),
            List.of(Metric.counter("time_to_first_token_seconds_sum", Unit.SECONDS)));
    assertThatIllegalStateException()
        .isThrownBy(() -> CATALOG.with(again))
        .withMessage("time_to_first_token_seconds_sum is in the families nim and own");
  }

  @Test
  void tellsAChangeInWords() {
    assertThat(CATALOG.changes(V2_16, V2_17).stream().map(MetricChange::toString))
        .contains(
            "runai_job_image: removed",
            "runai_running_job_memory_requested_bytes: removed;"
                + " runai_active_job_memory_requested_bytes says the same",
            "runai_node_total_memory_bytes: renamed to runai_gpu_memory_total_mebibytes_per_node;"
                + " unit changed from bytes to MiB, divided by 1048576",
            "runai_gpu_count_per_node: labels changed from [clusterId, node] to"
                + " [clusterId, node, modelName, ready, schedulable]",
            "runai_cluster_cpu_utilization: also in the API:"
                + " /api/v2/clusters/{clusterUuid}/metrics, metricType CPU_UTILIZATION");
  }

  @Test
  void nothingChangesWithinAVersionOrAfterTheLastKnownOne() {
    assertThat(CATALOG.changes(V2_16, V2_16)).isEmpty();
    assertThat(CATALOG.changes(V2_17, new ClusterVersion(2, 24))).isEmpty();
  }

  @Test
  void aLongerWayHasTheSameChanges() {
    assertThat(CATALOG.changes(new ClusterVersion(2, 13), new ClusterVersion(2, 24)))
        .isEqualTo(CATALOG.changes(V2_16, V2_17));
  }

  @Test
  void changesDoNotGoBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOG.changes(V2_17, V2_16))
        .withMessage("changes go forward, not from 2.17 to 2.16");
  }
}
