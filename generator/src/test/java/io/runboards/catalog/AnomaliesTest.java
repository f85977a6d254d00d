package io.runboards.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is odd in the sources, numbered as in docs/decisions/0002-anomalies-of-the-sources.md. */
class AnomaliesTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final List<Metric> PUBLISHED = Constants.of(Runai.class, Metric.class);

  private static List<Metric> published(Label... with) {
    return PUBLISHED.stream().filter(m -> m.labels().containsAll(List.of(with))).toList();
  }

  @Test
  void no1TheWorkloadIsIdentifiedByWorkloadIdAndNotByWorkloadUuid() {
    assertThat(published(Labels.WORKLOAD_ID)).hasSize(11);
    assertThat(published(Labels.WORKLOAD_UUID)).isEmpty();
    assertThat(Labels.WORKLOAD_UUID.help()).contains("workload_id");
  }

  @Test
  void no2SevenLabelsAreNotInTheGlossaryAndFiveOfTheGlossaryAreOnNoMetric() {
    Set<String> glossary =
        PublishedList.read().glossary().stream()
            .map(PublishedList.Term::label)
            .collect(Collectors.toSet());
    Set<String> used =
        PUBLISHED.stream()
            .flatMap(metric -> metric.labels().stream())
            .map(Label::name)
            .collect(Collectors.toSet());
    assertThat(used)
        .filteredOn(label -> !glossary.contains(label))
        .containsExactlyInAnyOrder(
            "workload_id",
            "pod_uuid",
            "nodepool",
            "queue_name",
            "modelName",
            "ready",
            "schedulable");
    assertThat(glossary)
        .filteredOn(label -> !used.contains(label))
        .containsExactlyInAnyOrder(
            "workload_uuid", "image", "namespace_name", "deployment_name", "status");
  }

  @Test
  void no3OneMetricLeadsFromJobsToWorkloads() {
    assertThat(published(Labels.JOB_UUID, Labels.WORKLOAD_ID))
        .containsExactly(Runai.REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD);
    assertThat(Runai.CPU_LIMITS_PER_ACTIVE_WORKLOAD.has("workload_id")).isFalse();
    assertThat(Runai.JOB_CPU_USAGE.has("job_uuid")).isFalse();
  }

  @Test
  void no4GpuMetricsOfWorkloadsHaveNoProjectAndTheRequestedGpusHaveIt() {
    assertThat(published(Labels.WORKLOAD_ID, Labels.USER))
        .hasSize(5)
        .noneMatch(metric -> metric.has("project"))
        .allMatch(metric -> metric.notes().stream().anyMatch(n -> n.contains("no project")));
    assertThat(Runai.REQUESTED_GPUS_PER_WORKLOAD.has("project")).isTrue();
  }

  @Test
  void no5NodePoolDepartmentAndTheWorkloadOfAPodAreHardToGet() {
    assertThat(published(Labels.NODEPOOL)).containsExactly(Runai.QUEUE_INFO);
    assertThat(published(Labels.DEPARTMENT))
        .containsExactlyInAnyOrder(Runai.PROJECT_INFO, Runai.QUEUE_INFO);
    assertThat(published(Labels.POD_UUID))
        .hasSize(5)
        .noneMatch(metric -> metric.has("workload_id") || metric.has("project"));
    assertThat(RunaiInternal.POD_PHASE_WITH_INFO.labels())
        .contains(Labels.POD_NAME, Labels.WORKLOAD_ID);
  }

  @Test
  void no6QuotasAreTextAndSoOnlyAllLabelsIdentifyAnInfoMetric() {
    assertThat(published(Labels.GPU_GUARANTEED_QUOTA))
        .containsExactlyInAnyOrder(Runai.PROJECT_INFO, Runai.QUEUE_INFO)
        .allMatch(metric -> metric.kind() == Kind.INFO)
        .allMatch(metric -> metric.identities().equals(List.of(metric.labels())));
    assertThat(Runai.PROJECT_GUARANTEED_GPUS.range().min()).isEqualTo(-1);
  }

  @Test
  void no7AGpuIndexNeedsItsNodeOrPod() {
    Set<Label> places =
        Set.of(
            Labels.NODE,
            Labels.POD_UUID,
            Labels.POD_NAME,
            Labels.JOB_UUID,
            Labels.HOSTNAME,
            Labels.OLD_HOSTNAME);
    CATALOG.families().stream()
        .flatMap(family -> family.metrics().stream())
        .filter(metric -> !metric.name().startsWith("runai_gpu_oomkill_"))
        .flatMap(metric -> metric.identities().stream())
        .filter(identity -> identity.contains(Labels.GPU))
        .forEach(identity -> assertThat(identity).containsAnyElementsOf(places));
  }

  @Test
  void no7UserIsAPersonForRunaiAndATenantForTheStore() {
    assertThat(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD.labels()).contains(Labels.USER);
    assertThat(Mimir.INGESTER_ACTIVE_SERIES.labels()).contains(Labels.TENANT);
    assertThat(Labels.USER.name()).isEqualTo(Labels.TENANT.name());
    assertThat(Labels.USER.person()).isTrue();
    assertThat(Labels.TENANT.person()).isFalse();
  }

  @Test
  void no8UnitsDifferByFamily() {
    assertThat(Runai.GPU_UTILIZATION_PER_NODE.unit()).isEqualTo(Unit.PERCENT);
    assertThat(Runai.NODE_CPU_UTILIZATION.unit()).isEqualTo(Unit.RATIO);
    assertThat(Runai.GPU_MEMORY_USED_MEBIBYTES_PER_NODE.unit()).isEqualTo(Unit.MEBIBYTES);
    assertThat(Runai.NODE_USED_MEMORY_BYTES.unit()).isEqualTo(Unit.BYTES);
    assertThat(Runai.ALLOCATED_MILLICPUS_PER_POD.unit()).isEqualTo(Unit.MILLICORES);
    assertThat(Runai.JOB_CPU_USAGE.unit()).isEqualTo(Unit.CORES);
    Unit requested = Runai.REQUESTED_GPU_MEMORY_MB_PER_WORKLOAD.unit();
    assertThat(requested.factorTo(Unit.BYTES)).isEmpty();
  }

  @Test
  void no9IdleSecondsAreNoCounter() {
    assertThat(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD.kind()).isEqualTo(Kind.GAUGE);
    assertThat(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD.notes())
        .anyMatch(note -> note.contains("never rate() it"));
  }

  @Test
  void no10WhatTheListHasTwiceTheCatalogHasOnce() {
    assertThat(CATALOG.familyOf("runai_active_job_memory_requested_bytes").map(Family::id))
        .contains("runai");
    assertThat(CATALOG.familyOf("runai_gpu_utilization_per_gpu").map(Family::id)).contains("runai");
  }

  @Test
  void no11MetricsThatKubeStateMetricsRemovedNameTheirSuccessor() {
    assertThat(
            List.of(
                KubeStateMetrics.POD_CONTAINER_RESOURCE_REQUESTS_CPU_CORES,
                KubeStateMetrics.POD_CONTAINER_RESOURCE_REQUESTS_MEMORY_BYTES))
        .allMatch(metric ->
            metric
                .history()
                .deprecation()
                .contains("kube_pod_container_resource_requests{resource,unit}"));
    assertThat(KubeStateMetrics.POD_CONTAINER_RESOURCE_REQUESTS.unit()).isEqualTo(Unit.BY_LABEL);
  }

  @Test
  void no13TheMisnamedRemoteWriteMetricLeadsToTheTrueOne() {
    assertThat(CATALOG.find("remote_write_queue_samples_total")).isEmpty();
    assertThat(CATALOG.suggest("remote_write_queue_samples_total"))
        .containsExactly("prometheus_remote_storage_samples_total");
  }

  @Test
  void no16UndocumentedLabelValuesSayThatTheyAre() {
    assertThat(List.of(Labels.READY, Labels.SCHEDULABLE, Labels.WORKLOAD_TYPE))
        .allMatch(label -> label.help().contains("undocumented"));
  }

  @Test
  void no17ASliceOfAGpuIsIdentifiedWhicheverHostLabelThereIs() {
    assertThat(Dcgm.DEV_GPU_UTIL.identities())
        .containsExactly(
            List.of(Labels.UUID, Labels.GPU_I_ID),
            List.of(Labels.OLD_HOSTNAME, Labels.HOSTNAME, Labels.GPU, Labels.GPU_I_ID));
    assertThat(Dcgm.DEV_GPU_UTIL.notes()).anyMatch(note -> note.contains("MIG"));
  }

  @Test
  void no17AnXidIsACode() {
    assertThat(Dcgm.DEV_XID_ERRORS.kind()).isEqualTo(Kind.CODE);
  }

  @Test
  void no17FieldsOutsideTheDefaultCounterListNeedALine() {
    assertThat(
            List.of(
                Dcgm.DEV_FB_TOTAL,
                Dcgm.DEV_ECC_SBE_VOL_TOTAL,
                Dcgm.DEV_ECC_DBE_VOL_TOTAL,
                Dcgm.DEV_POWER_VIOLATION,
                Dcgm.DEV_THERMAL_VIOLATION,
                Dcgm.PROF_SM_ACTIVE,
                Dcgm.EXP_XID_ERRORS_COUNT))
        .allMatch(metric -> metric.needs().contains("counter list"));
    assertThat(Dcgm.DEV_FB_USED.optional()).isFalse();
  }

  @Test
  void no17ProfilingFieldsAreRatiosAndBlankValuesAreNamed() {
    assertThat(Dcgm.PROF_DRAM_ACTIVE.unit()).isEqualTo(Unit.RATIO);
    assertThat(Dcgm.DEV_GPU_TEMP.notes()).anyMatch(note -> note.contains("9223372036854775794"));
  }
}
