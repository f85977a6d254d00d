/**
 * Recording rules and alerts as immutable records, and the words to write them in.
 *
 * <p>A {@link io.runboards.rules.Recording} keeps the result of a query as a metric that panels and
 * other rules read. An {@link io.runboards.rules.Alert} says what is wrong. A {@link
 * io.runboards.rules.RuleFile} holds the groups of one subject, and their tests: given series, and
 * what follows from them at which time. Each alert needs a case in which it fires and one in which
 * it nearly does, each recording rule an expected value:
 *
 * <pre>{@code
 * Recording allocated =
 *     recording(
 *         Metric.gauge("cluster:runai_gpu_allocated:sum", Unit.GPUS, CLUSTER_ID),
 *         sum(metric(ALLOCATED_GPU_COUNT_PER_NODE)).by(CLUSTER_ID));
 * Alert full =
 *     alert("ClusterFull", Urgency.INFO, allocated.read().above(100))
 *         .holding("6h")
 *         .summary("{{ $labels.clusterId }} has {{ $value | humanize }} GPUs in use")
 *         .description("New workloads wait until others end.")
 *         .lookAt(linkTo("runai-cluster-overview", "Cluster").carrying(CLUSTER_ID))
 *         .runbook(
 *             means("No GPU was free for six hours.")
 *                 .matters("Workloads wait.")
 *                 .steps("Look for idle workloads.", "Talk about capacity.")
 *                 .silence("When more hardware is on its way."));
 * RuleTest busy =
 *     test("all GPUs in use for six hours")
 *         .given(
 *             series(
 *                 ALLOCATED_GPU_COUNT_PER_NODE, "101x400", with(CLUSTER_ID, "c1"), with(NODE, "n")))
 *         .silent("5h59m", full)
 *         .fires("6h", full, 101, with(CLUSTER_ID, "c1"));
 * RuleFile capacity =
 *     ruleFile("capacity", "Capacity", "platform")
 *         .groups(group("capacity", allocated, full))
 *         .tests(busy);
 * }</pre>
 *
 * <p>An {@link io.runboards.rules.Objective} stands for many of them: a share of events that must
 * be good, from which follow the shares of bad ones within several windows, what is left of the
 * error budget, alerts when it burns too fast, and the tests of all that:
 *
 * <pre>{@code
 * Objective inference =
 *     objective("inference-availability", "Inference availability", 0.995)
 *         .each(MODEL_NAME)
 *         .events("requests", w -> sum(rate(metric(Nim.REQUEST_FINISH_TOTAL), w)).by(MODEL_NAME))
 *         .bad("failed", w -> sum(rate(metric(Nim.REQUEST_FAILURE_TOTAL), w)).by(MODEL_NAME))
 *         .examples(
 *             example(
 *                     "all fail",
 *                     "llama",
 *                     series(Nim.REQUEST_FINISH_TOTAL, "0+60x10", with(MODEL_NAME, "llama")),
 *                     series(Nim.REQUEST_FAILURE_TOTAL, "0+60x10", with(MODEL_NAME, "llama")))
 *                 .counts(1, 1),
 *             example(
 *                     "none has failed yet",
 *                     "llama",
 *                     series(Nim.REQUEST_FINISH_TOTAL, "0+60x10", with(MODEL_NAME, "llama")))
 *                 .counts(0, 1));
 * RuleFile objectives = ruleFile("objectives", "Objectives", "platform").objectives(inference);
 * }</pre>
 *
 * <p>What cannot be right fails where it is written, with a {@link io.runboards.rules.WrongRule},
 * or is found when all rules and dashboards are checked together.
 */
package io.runboards.rules;
