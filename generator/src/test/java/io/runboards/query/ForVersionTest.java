package io.runboards.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query for an older cluster has the names, labels and units of its time. */
class ForVersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          sum(runai_gpu_count_per_node)                           | sum(runai_gpu_count_per_node)
          max(runai_wait_time_seconds_per_workload)               | max(runai_job_total_wait_time)
          sum by (workload_id) (runai_job_cpu_usage)              | sum by (job_uuid) (runai_job_cpu_usage)
          runai_job_cpu_usage{workload_id="$workload_id"}         | runai_job_cpu_usage{job_uuid="$workload_id"}
          runai_gpu_memory_used_mebibytes_per_node                | runai_node_gpu_used_memory_bytes / 1048576
          sum(runai_gpu_memory_used_mebibytes_per_node)           | sum(runai_node_gpu_used_memory_bytes / 1048576)
          avg_over_time(runai_gpu_memory_used_mebibytes_per_node[5m]) | avg_over_time(runai_node_gpu_used_memory_bytes[5m]) / 1048576
          count_over_time(runai_gpu_memory_used_mebibytes_per_node[5m]) | count_over_time(runai_node_gpu_used_memory_bytes[5m])
          a * on (workload_id) group_left (job_uuid) b            | a * on (job_uuid) group_left () b
          label_replace(a, "x", "$1", "workload_name", "(.*)")    | label_replace(a, "x", "$1", "job_name", "(.*)")
          """)
  void namesLabelsAndUnitsAreThoseOfTheVersion(String query, String older) {
    ForVersion names = new ForVersion(ClusterVersion.V2_16, Catalog.standard());
    assertThat(names.expr(Promql.parse(query, Syntax.GRAFANA))).hasToString(older.strip());
    ForVersion same = new ForVersion(ClusterVersion.V2_17, Catalog.standard());
    assertThat(same.expr(Promql.parse(query, Syntax.GRAFANA))).hasToString(query.strip());
  }
}
