package io.runboards.alerts;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.RUN;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.catalog.Training.LAST_PUSH_TIMESTAMP_SECONDS;
import static io.runboards.catalog.Training.LOSS;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleTest.test;

import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.rules.Given;
import io.runboards.rules.LabelValue;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the rules about training jobs do with given series. */
final class TrainingTests {
  private static final LabelValue[] RUN_1 = {with(RUN, "r1"), with(PROJECT, "p1")};
  private static final LabelValue[] POD_1 = {
    with(NAMESPACE, "runai-p1"), with(POD, "train-0"), with(CONTAINER, "main")
  };

  private TrainingTests() {}

  static List<RuleTest> all() {
    return Stream.of(jobs(), pods(), losses(), pushes()).flatMap(List::stream).toList();
  }

  private static List<RuleTest> jobs() {
    return List.of(
        test("a job fails; a day later it is no news")
            .given(job("runai-p1", "_x5 1x1500"))
            .silent("6m", Training.JOB_FAILED)
            .fires(
                "7m", Training.JOB_FAILED, 1, with(NAMESPACE, "runai-p1"), with(JOB_NAME, "train"))
            .silent("24h10m", Training.JOB_FAILED),
        test("a job of the control plane fails, and one of somebody else")
            .given(job("runai-backend", "1x20"), job("default", "1x20"))
            .silent("20m", Training.JOB_FAILED));
  }

  private static List<RuleTest> pods() {
    return List.of(
        test("a container is killed for lack of memory and starts again")
            .given(
                held("1x60"),
                reason(
                    KubeStateMetrics.POD_CONTAINER_STATUS_LAST_TERMINATED_REASON,
                    "OOMKilled",
                    "_x9 1x50"),
                restarts("0x9 1x50"))
            .silent("11m", Training.POD_OOM_KILLED)
            .fires("12m", Training.POD_OOM_KILLED, 1, POD_1)
            .silent("30m", Training.POD_OOM_KILLED),
        test("a container is killed for lack of memory and may not start again")
            .given(
                held("1x9 _x100"),
                reason(
                    KubeStateMetrics.POD_CONTAINER_STATUS_TERMINATED_REASON,
                    "OOMKilled",
                    "_x10 1x100"))
            .silent("11m", Training.POD_OOM_KILLED)
            .fires("12m", Training.POD_OOM_KILLED, 1, POD_1)
            .silent("1h20m", Training.POD_OOM_KILLED),
        test("a container that ended well, and one without a GPU that was killed")
            .given(
                held("1x30"),
                reason(
                    KubeStateMetrics.POD_CONTAINER_STATUS_TERMINATED_REASON, "Completed", "1x30"),
                series(
                    KubeStateMetrics.POD_CONTAINER_STATUS_TERMINATED_REASON,
                    "1x30",
                    with(NAMESPACE, "runai-p1"),
                    with(POD, "web-0"),
                    with(CONTAINER, "main"),
                    with(REASON, "OOMKilled")))
            .silent("20m", Training.POD_OOM_KILLED),
        test("a container crashes, runs for a moment and crashes again")
            .given(
                held("1x30"),
                reason(
                    KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON,
                    "CrashLoopBackOff",
                    "1 0 1 1 0 1 1 1 0 1 1 1 1 0 1"))
            .silent("9m", Training.CRASH_LOOP)
            .fires("10m", Training.CRASH_LOOP, 1, POD_1),
        test("a container that crashed once")
            .given(
                held("1x60"),
                reason(
                    KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON,
                    "CrashLoopBackOff",
                    "0x5 1x2 0x50"))
            .silent("12m", Training.CRASH_LOOP)
            .silent("20m", Training.CRASH_LOOP),
        test("a container without a GPU that crashes again and again")
            .given(
                reason(
                    KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON,
                    "CrashLoopBackOff",
                    "1x30"))
            .silent("30m", Training.CRASH_LOOP));
  }

  private static List<RuleTest> losses() {
    return List.of(
        test("a loss becomes NaN, and the job goes on")
            .given(loss("3.1 2.9 2.8 NaN NaN NaN NaN NaN"), pushed("0+60x7"))
            .silent("4m", Training.LOSS_NOT_FINITE)
            .fires("5m", Training.LOSS_NOT_FINITE, 1, RUN_1),
        test("a loss becomes infinite")
            .given(loss("3.1 Inf Inf Inf Inf"), pushed("0+60x4"))
            .fires("3m", Training.LOSS_NOT_FINITE, 1, RUN_1),
        test("a loss becomes negatively infinite")
            .given(loss("3.1 -Inf -Inf -Inf -Inf"), pushed("0+60x4"))
            .fires("3m", Training.LOSS_NOT_FINITE, 1, RUN_1),
        test("a loss becomes NaN in a job that does not tell when it pushes")
            .given(loss("NaN NaN NaN"))
            .silent("1m", Training.LOSS_NOT_FINITE)
            .fires("2m", Training.LOSS_NOT_FINITE, 1, RUN_1),
        test("one worker of two has a loss that is not a number")
            .given(
                ofRun(LOSS, "NaN NaN NaN", with(INSTANCE, "a")),
                ofRun(LOSS, "2 2 2", with(INSTANCE, "b")),
                pushed("0+60x2"))
            .fires("2m", Training.LOSS_NOT_FINITE, 1, RUN_1),
        test("a loss of any size is a number, also zero and below")
            .given(loss("1e30 0 -5 1e30 1e30 1e30"), pushed("0+60x5"))
            .silent("5m", Training.LOSS_NOT_FINITE),
        test("a job that was stopped ten minutes ago left NaN behind; after 15 it is silent")
            .given(loss("NaN" + " NaN".repeat(40)), pushed("60x40"))
            .fires("10m", Training.LOSS_NOT_FINITE, 1, RUN_1)
            .fires("15m", Training.LOSS_NOT_FINITE, 1, RUN_1)
            .silent("16m", Training.LOSS_NOT_FINITE),
        test("a loss that falls by less than a thousandth in two hours")
            .given(loss("1000-0.006x300"), pushed("0+60x300"))
            .silent("3h59m", Training.LOSS_PLATEAU)
            .fires("4h", Training.LOSS_PLATEAU, 0.000720605, RUN_1),
        test("a loss that falls a little faster")
            .given(loss("1000-0.012x300"), pushed("0+60x300"))
            .silent("5h", Training.LOSS_PLATEAU),
        test("a loss that stands still because the job is dead")
            .given(loss("1000x300"), pushed("0+60x150 9000x150"))
            .silent("4h30m", Training.LOSS_PLATEAU),
        test("a loss that stands still in a job that pushes every 13 minutes")
            .given(loss("1000x300"), pushed(every(13)))
            .fires("5h", Training.LOSS_PLATEAU, 0, RUN_1),
        test("a loss that stands still in a job that pushes every 20 minutes")
            .given(loss("1000x300"), pushed(every(20)))
            .silent("5h", Training.LOSS_PLATEAU));
  }

  private static List<RuleTest> pushes() {
    return List.of(
        test("a job that has not pushed for an hour")
            .given(pushed("60x100"))
            .silent("1h6m", Training.PUSH_STALE)
            .fires("1h7m", Training.PUSH_STALE, 3960, RUN_1),
        test("a job that pushes every 50 minutes")
            .given(pushed("0x49 3000x49 6000x49"))
            .silent("49m", Training.PUSH_STALE)
            .silent("1h39m", Training.PUSH_STALE),
        test("a job that has been dead for a day")
            .given(pushed("0x1600"))
            .fires("23h59m", Training.PUSH_STALE, 86340, RUN_1)
            .silent("25h", Training.PUSH_STALE));
  }

  private static Given job(String namespace, String values) {
    return series(
        KubeStateMetrics.JOB_FAILED,
        values,
        with(NAMESPACE, namespace),
        with(JOB_NAME, "train"),
        with(CONDITION, "true"));
  }

  private static Given held(String gpus) {
    return series(
        Runai.ALLOCATED_GPU_COUNT_PER_POD,
        gpus,
        with(CLUSTER_ID, "c1"),
        with(POD_NAMESPACE, "runai-p1"),
        with(POD_NAME, "train-0"),
        with(NODE, "n1"));
  }

  private static Given restarts(String values) {
    return ofPod(KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL, values);
  }

  private static Given reason(Metric metric, String reason, String values) {
    return ofPod(metric, values, with(REASON, reason));
  }

  private static Given ofPod(Metric metric, String values, LabelValue... more) {
    return series(metric, values, joined(POD_1, more));
  }

  private static Given loss(String values) {
    return ofRun(LOSS, values);
  }

  private static Given pushed(String values) {
    return ofRun(LAST_PUSH_TIMESTAMP_SECONDS, values);
  }

  /** The time of the last of some pushes, for six hours. */
  private static String every(int minutes) {
    return IntStream.iterate(0, minute -> minute < 360, minute -> minute + minutes)
        .mapToObj(minute -> minute * 60 + "x" + (minutes - 1))
        .collect(Collectors.joining(" "));
  }

  private static Given ofRun(Metric metric, String values, LabelValue... more) {
    return series(metric, values, joined(joined(RUN_1, with(WORKLOAD_NAME, "train")), more));
  }

  private static LabelValue[] joined(LabelValue[] some, LabelValue... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(LabelValue[]::new);
  }
}
