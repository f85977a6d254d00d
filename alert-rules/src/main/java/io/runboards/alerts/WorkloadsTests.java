package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PHASE;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.POD_UUID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Labels.WORKLOAD_TYPE;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.catalog.RunaiInternal;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;

/** What the rules about workloads do with given series. */
final class WorkloadsTests {
  private static final LabelValue[] TRAIN = {
    with(CLUSTER_ID, "c1"), with(WORKLOAD_ID, "w1"), with(WORKLOAD_NAME, "train")
  };

  private WorkloadsTests() {}

  static List<RuleTest> all(Alert idleLong) {
    return List.of(
        test("a training under 10 % for ten minutes")
            .given(
                of(Runai.GPU_UTILIZATION_PER_WORKLOAD, "6x30", "Training"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "4x30", "Training"))
            .silent("9m", Workloads.GPU_UTIL_LOW)
            .fires("10m", Workloads.GPU_UTIL_LOW, 6, TRAIN),
        test("a training a little over 10 %")
            .given(
                of(Runai.GPU_UTILIZATION_PER_WORKLOAD, "14x60", "Training"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "4x60", "Training"))
            .silent("1h", Workloads.GPU_UTIL_LOW),
        test("a training that rests for eight minutes and works again")
            .given(
                of(Runai.GPU_UTILIZATION_PER_WORKLOAD, "90x10 0x8 90x20", "Training"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "4x60", "Training"))
            .silent("20m", Workloads.GPU_UTIL_LOW)
            .silent("30m", Workloads.GPU_UTIL_LOW),
        test("a notebook, or a training without a GPU, may be idle")
            .given(
                of(Runai.GPU_UTILIZATION_PER_WORKLOAD, "0x60", "Interactive"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x60", "Interactive"),
                series(
                    Runai.GPU_UTILIZATION_PER_WORKLOAD,
                    "0x60",
                    with(CLUSTER_ID, "c1"),
                    with(WORKLOAD_ID, "w2"),
                    with(WORKLOAD_TYPE, "Training")))
            .silent("1h", Workloads.GPU_UTIL_LOW),
        test("a notebook that has been idle for two hours")
            .given(
                of(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "7000+60x20", "Interactive"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x20", "Interactive"))
            .silent("8m", idleLong)
            .fires("9m", idleLong, 7540, TRAIN),
        test("a notebook that has been idle for an hour and a half")
            .given(
                of(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "5400x20", "Interactive"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x20", "Interactive"))
            .silent("20m", idleLong),
        test("a model server may be idle for hours, and what holds no GPU for ever")
            .given(
                of(Runai.GPU_IDLE_SECONDS_PER_WORKLOAD, "9000x20", "Inference"),
                of(Runai.ALLOCATED_GPU_COUNT_PER_WORKLOAD, "1x20", "Inference"),
                series(
                    Runai.GPU_IDLE_SECONDS_PER_WORKLOAD,
                    "9000x20",
                    with(CLUSTER_ID, "c1"),
                    with(WORKLOAD_ID, "w2"),
                    with(WORKLOAD_TYPE, "Interactive")))
            .silent("20m", idleLong),
        test("a pod fails; an hour later it is no news")
            .given(
                phase("train-0", "Running", "1x5 0x120"), phase("train-0", "Failed", "0x5 1x120"))
            .silent("7m", Workloads.FAILED)
            .fires(
                "8m",
                Workloads.FAILED,
                1,
                with(CLUSTER_ID, "c1"),
                with(PROJECT, "p1"),
                with(WORKLOAD_ID, "w1"),
                with(WORKLOAD_NAME, "train"))
            .silent("1h10m", Workloads.FAILED),
        test("a process is killed for lack of GPU memory")
            .given(kills(RunaiInternal.GPU_OOMKILL_IDLE_COUNT, "3x10 4x30"))
            .silent("12m", Workloads.GPU_OOM_KILLS)
            .fires(
                "13m", Workloads.GPU_OOM_KILLS, 1, with(INSTANCE, "10.0.0.7:9400"), with(GPU, "2"))
            .silent("25m", Workloads.GPU_OOM_KILLS),
        test("a process is killed because there is nowhere to swap to, and one by priority")
            .given(
                kills(RunaiInternal.GPU_OOMKILL_PRIORITY_COUNT, "0x10 2x30"),
                kills(RunaiInternal.GPU_OOMKILL_SWAP_OUT_OF_RAM_COUNT, "0x10 1x30"))
            .fires(
                "13m", Workloads.GPU_OOM_KILLS, 2, with(INSTANCE, "10.0.0.7:9400"), with(GPU, "2")),
        test("counts of kills that start anew after a burst")
            .given(kills(RunaiInternal.GPU_OOMKILL_BURST_COUNT, "5x15 0x30"))
            .silent("18m", Workloads.GPU_OOM_KILLS)
            .silent("30m", Workloads.GPU_OOM_KILLS),
        test("one pod of two lags far behind")
            .given(pods("w1", "w1", "95", "30"))
            .silent("29m", Workloads.STRAGGLER)
            .fires("30m", Workloads.STRAGGLER, 65, TRAIN),
        test("pods that differ less")
            .given(pods("w1", "w1", "95", "60"))
            .silent("1h", Workloads.STRAGGLER),
        test("pods of two workloads in one namespace may differ")
            .given(pods("w1", "w2", "95", "0"))
            .silent("1h", Workloads.STRAGGLER));
  }

  private static Given of(Metric metric, String values, String type) {
    return series(
        metric,
        values,
        with(CLUSTER_ID, "c1"),
        with(WORKLOAD_ID, "w1"),
        with(WORKLOAD_NAME, "train"),
        with(WORKLOAD_TYPE, type),
        with(USER, "u1"));
  }

  private static Given phase(String pod, String phase, String values) {
    return phase("w1", pod, phase, values);
  }

  private static Given phase(String workload, String pod, String phase, String values) {
    return series(
        RunaiInternal.POD_PHASE_WITH_INFO,
        values,
        with(CLUSTER_ID, "c1"),
        with(POD_NAMESPACE, "runai-p1"),
        with(POD_NAME, pod),
        with(PHASE, phase),
        with(PROJECT, "p1"),
        with(WORKLOAD_ID, workload),
        with(WORKLOAD_NAME, "train"));
  }

  private static Given kills(Metric count, String values) {
    return series(count, values, with(INSTANCE, "10.0.0.7:9400"), with(GPU, "2"));
  }

  /** Two pods, each with one GPU that is so busy. */
  private static List<Given> pods(String one, String other, String busy, String lazy) {
    return List.of(
        phase(one, "train-0", "Running", "1x60"),
        phase(other, "train-1", "Running", "1x60"),
        utilization("train-0", busy),
        utilization("train-1", lazy));
  }

  private static Given utilization(String pod, String percent) {
    return series(
        Runai.GPU_UTILIZATION_PER_POD_PER_GPU,
        percent + "x60",
        with(CLUSTER_ID, "c1"),
        with(POD_NAMESPACE, "runai-p1"),
        with(POD_NAME, pod),
        with(POD_UUID, pod),
        with(NODE, "n1"),
        with(GPU, "0"));
  }
}
