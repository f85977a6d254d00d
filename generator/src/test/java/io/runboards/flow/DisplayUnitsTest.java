package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.promql.Expr;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayUnitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runai_gpu_utilization_per_gpu                                     | percent
          runai_gpu_utilization_per_gpu / 100                               | percentunit
          runai_gpu_memory_used_mebibytes_per_gpu                           | mbytes
          runai_gpu_memory_used_mebibytes_per_gpu * 1024 * 1024             | bytes
          runai_gpu_memory_used_mebibytes_per_gpu / 1024                    | gbytes
          runai_gpu_memory_used_mebibytes_per_gpu * 1024                    | kbytes
          runai_gpu_memory_used_mebibytes_per_gpu / 1024 / 1024             | tbytes
          DCGM_FI_PROF_PCIE_TX_BYTES                                        | Bps
          deriv(runai_gpu_memory_used_mebibytes_per_gpu[5m])                | MiBs
          runai_gpu_count_per_node                                          | none
          sum_over_time(runai_allocated_gpu_count_per_node[1h:1m]) / 60     | none
          runai_run_time_seconds_per_workload                               | s
          runai_run_time_seconds_per_workload * 1000                        | ms
          runai_run_time_seconds_per_workload / 60                          | m
          runai_run_time_seconds_per_workload / 3600                        | h
          runai_run_time_seconds_per_workload / 86400                       | d
          DCGM_FI_DEV_POWER_USAGE                                           | watt
          DCGM_FI_DEV_POWER_USAGE / 1000                                    | kwatt
          DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION                              | none
          DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION / 1000                       | joule
          increase(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[1h]) / 1000 / 3600  | watth
          increase(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[1h]) / 3.6e9        | kwatth
          DCGM_FI_DEV_GPU_TEMP                                              | celsius
          DCGM_FI_DEV_SM_CLOCK                                              | rotmhz
          DCGM_FI_DEV_SM_CLOCK * 1e6                                        | hertz
          runai_last_gpu_utilization_time_per_gpu                           | none
          runai_last_gpu_utilization_time_per_gpu * 1000                    | dateTimeAsIso
          time() - runai_last_gpu_utilization_time_per_gpu                  | s
          rate(vllm:generation_tokens_total[5m])                            | cps
          rate(litellm_spend_metric_total[1h]) * 3600                       | currencyUSD
          rate(vllm:generation_tokens_total[5m]) * 60                       | cpm
          changes(runai_gpu_count_per_node[5m])                             | none
          rate(kube_pod_container_status_restarts_total[5m])                | cps
          rate(kube_pod_container_status_restarts_total[5m]) * 60           | cpm
          up                                                                | bool
          nobody_knows_this                                                 | none
          """)
  void aQueryIsShownInTheFormatOfItsUnit(String query, String id) {
    Expr tree = Promql.parse(query, Syntax.GRAFANA);
    Quantity quantity = UnitFlow.through(tree, World.standard()).at(tree);
    assertThat(DisplayUnits.idFor(quantity).orElse(DisplayUnits.PLAIN))
        .as(quantity.toString())
        .isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runai_gpu_utilization_per_gpu                          | percent     | true
          runai_gpu_utilization_per_gpu                          | percentunit | false
          runai_gpu_utilization_per_gpu                          | short       | true
          DCGM_FI_DEV_SM_CLOCK                                   | rotmhz      | true
          DCGM_FI_DEV_SM_CLOCK                                   | hertz       | false
          rate(kube_pod_container_status_restarts_total[5m])     | ops         | true
          rate(kube_pod_container_status_restarts_total[5m])     | opm         | false
          rate(kube_pod_container_status_restarts_total[5m]) * 60 | opm        | true
          up                                                     | bool_yes_no | true
          up                                                     | bytes       | false
          DCGM_FI_DEV_XID_ERRORS                                 | s           | false
          """)
  void aStatedUnitFitsIfItShowsTheSame(String query, String id, boolean fits) {
    Expr tree = Promql.parse(query, Syntax.GRAFANA);
    Quantity quantity = UnitFlow.through(tree, World.standard()).at(tree);
    assertThat(DisplayUnits.fits(quantity, id)).as(quantity.toString()).isEqualTo(fits);
  }
}
