package io.runboards.alerts;

import static io.runboards.catalog.Labels.CONDITION;
import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.REASON;
import static io.runboards.catalog.Labels.RUN;
import static io.runboards.catalog.Training.LAST_PUSH_TIMESTAMP_SECONDS;
import static io.runboards.catalog.Training.LOSS;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.isNot;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.abs;
import static io.runboards.query.Queries.avgOverTime;
import static io.runboards.query.Queries.deriv;
import static io.runboards.query.Queries.group;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.now;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.Runbook.means;
import static io.runboards.rules.Urgency.CRITICAL;
import static io.runboards.rules.Urgency.INFO;
import static io.runboards.rules.Urgency.WARNING;

import io.runboards.catalog.KubeStateMetrics;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Runai;
import io.runboards.dashboard.Installation;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;

/** Training jobs that fail, run out of memory, stop reporting or no longer learn. */
public final class Training implements RuleSource {
  private static final String PUSHED =
      "The values come from the job itself, by way of a Pushgateway.";

  /** Failures of the last day: jobs may stay for weeks. */
  static final Alert JOB_FAILED =
      alert(
              "TrainingJobFailed",
              WARNING,
              max(failedJobs())
                  .by(NAMESPACE, JOB_NAME)
                  .equalTo(1)
                  .unless(max(failedJobs().offset("1d")).by(NAMESPACE, JOB_NAME).equalTo(1))
                  .on(NAMESPACE, JOB_NAME))
          .holding("2m")
          .summary("Job {{ $labels.job_name }} in {{ $labels.namespace }} has failed")
          .description(
              "Kubernetes has started the job's pods as often as it may and gave up. Nothing"
                  + " computes any more, and nobody starts it again. The alert ends a day after"
                  + " the failure.")
          .lookAt(Links.NAMESPACE_ANYWHERE)
          .runbook(
              means(
                      "A Kubernetes job in the namespace of a Run:ai project failed within the"
                          + " last day: its retries or its time are used up.")
                  .matters("The training has stopped until somebody starts it again.")
                  .steps(
                      "Read why: `kubectl -n <namespace> describe job <job>`, at Conditions."
                          + " BackoffLimitExceeded means its pods failed, DeadlineExceeded that it"
                          + " took too long.",
                      "Read the log of its last pod: `kubectl -n <namespace> logs job/<job>"
                          + " --tail=100`.",
                      "Correct the cause and start it from its last checkpoint.",
                      "Remove the failed one: `kubectl -n <namespace> delete job <job>`. That ends"
                          + " the alert.")
                  .silence("For jobs that may fail, such as experiments of one person."));

  /** A pod that may not restart keeps how it ended; of others only the last end is known. */
  static final Alert POD_OOM_KILLED =
      alert(
              "TrainingPodOomKilled",
              WARNING,
              killed(KubeStateMetrics.POD_CONTAINER_STATUS_TERMINATED_REASON)
                  .or(
                      killed(KubeStateMetrics.POD_CONTAINER_STATUS_LAST_TERMINATED_REASON)
                          .and(
                              max(increase(
                                      metric(KubeStateMetrics.POD_CONTAINER_STATUS_RESTARTS_TOTAL),
                                      "15m"))
                                  .by(NAMESPACE, POD, CONTAINER)
                                  .above(0))
                          .on(NAMESPACE, POD, CONTAINER))
                  .on(NAMESPACE, POD, CONTAINER)
                  .and(podsWithGpus("1h"))
                  .on(NAMESPACE, POD))
          .holding("2m")
          .summary("{{ $labels.namespace }}/{{ $labels.pod }} ran out of memory and was killed")
          .description(
              "Container {{ $labels.container }} of a pod with GPUs used more of the node's memory"
                  + " than its limit, and the kernel killed it. The training has lost what it did"
                  + " since its last checkpoint.")
          .lookAt(Links.POD_ANYWHERE)
          .runbook(
              means(
                      "A container of a pod that held GPUs within the last hour was killed at its"
                          + " memory limit. This is the memory of the node: lack of GPU memory"
                          + " shows as an error of the program instead.")
                  .matters(
                      "Started again with the same limit, it will be killed again at the same"
                          + " place, after as many GPU hours.")
                  .steps(
                      "See limit and last state: `kubectl -n <namespace> describe pod <pod>`.",
                      "See on the dashboard whether memory grew slowly, which is a leak, or jumped"
                          + " at one place, such as the writing of a checkpoint.",
                      "For data loaders, use fewer workers or less prefetching: each worker holds"
                          + " its own copy. Shared memory in /dev/shm counts as well.",
                      "If it needs the memory, raise the limit of the workload and start it again"
                          + " from its last checkpoint.")
                  .silence("When the owner looks for the right limit, for as long as that takes."));

  /** Between crashes the container runs for a moment, which must not begin the hold anew. */
  static final Alert CRASH_LOOP =
      alert(
              "TrainingCrashLoop",
              WARNING,
              max(maxOverTime(
                      metric(KubeStateMetrics.POD_CONTAINER_STATUS_WAITING_REASON)
                          .where(is(REASON, "CrashLoopBackOff")),
                      "5m"))
                  .by(NAMESPACE, POD, CONTAINER)
                  .equalTo(1)
                  .and(podsWithGpus("5m"))
                  .on(NAMESPACE, POD))
          .holding("10m")
          .summary("{{ $labels.namespace }}/{{ $labels.pod }} crashes again and again")
          .description(
              "Container {{ $labels.container }} has crashed and been started again for ten"
                  + " minutes. Its pod keeps its GPUs all the time and computes nothing.")
          .lookAt(Links.POD_ANYWHERE)
          .runbook(
              means(
                      "A container of a pod that holds GPUs waits in CrashLoopBackOff, or has done"
                          + " so within the last five minutes, for ten minutes.")
                  .matters("The GPUs are held and do no work until somebody acts.")
                  .steps(
                      "Read the log of the crash, not of the new start: `kubectl -n <namespace>"
                          + " logs <pod> -c <container> --previous`.",
                      "See the exit code: `kubectl -n <namespace> describe pod <pod>`. 137 is a"
                          + " kill, most often for lack of memory; 139 a fault in native code.",
                      "If the log speaks of CUDA or NCCL, look for errors of the GPU on its node"
                          + " and try another node.",
                      "Stop the workload until it is repaired, so that others get the GPUs:"
                          + " `runai suspend <workload> -p <project>`.")
                  .silence("While the owner repairs it and has stopped the workload."));

  /** A number times zero is zero, but neither NaN nor an infinity is; and max would hide NaN. */
  static final Alert LOSS_NOT_FINITE =
      alert(
              "TrainingLossNotFinite",
              CRITICAL,
              group(metric(LOSS).times(0).differentFrom(0))
                  .by(RUN, PROJECT)
                  .unless(secondsSincePush().atLeast(900))
                  .on(RUN))
          .holding("2m")
          .summary("The loss of run {{ $labels.run }} is NaN or infinite")
          .description(
              "The run of project {{ $labels.project }} has diverged: from now on its GPUs compute"
                  + " nothing of use. It does not recover by itself, and each further checkpoint is worthless.")
          .lookAt(Links.PROJECT_ANYWHERE)
          .runbook(
              means(
                      "The last loss that the job pushed is NaN, +Inf or -Inf, and its last push is"
                          + " not known to be older than 15 minutes. "
                          + PUSHED)
                  .matters(
                      "All GPUs of the run work for nothing until it is stopped, and new"
                          + " checkpoints may push the last good one out.")
                  .steps(
                      "Stop it before good checkpoints are overwritten: `runai suspend <workload>"
                          + " -p <project>`.",
                      "Find the first bad step in its log: `kubectl -n <namespace> logs <pod> |"
                          + " grep -n -i -m1 nan`.",
                      "Look what happened there: a learning rate that is too high, an overflow in"
                          + " half precision, a bad batch of data.",
                      "If only one worker was bad, examine its GPU for memory errors: `kubectl -n"
                          + " <namespace> exec <pod> -- nvidia-smi -q -d ECC`.",
                      "Start again from the last checkpoint before that step, with a lower rate or"
                          + " with gradients clipped.")
                  .silence("When a run is meant to diverge, for that run only."));

  static final Alert LOSS_PLATEAU =
      alert(
              "TrainingLossPlateau",
              INFO,
              max(abs(
                      deriv(metric(LOSS), "2h")
                          .times(7200)
                          .dividedBy(avgOverTime(metric(LOSS), "2h").differentFrom(0))))
                  .by(RUN, PROJECT)
                  .below(0.001)
                  .and(max(metric(LOSS).offset("2h")).by(RUN))
                  .on(RUN)
                  .and(secondsSincePush().below(900))
                  .on(RUN))
          .holding("2h")
          .summary("The loss of run {{ $labels.run }} has stood still for four hours")
          .description(
              "In project {{ $labels.project }}, the trend of a run is below 0.1 % of its loss in two"
                  + " hours, and has been for two hours. It may have learnt what it can, and its GPUs could serve"
                  + " others.")
          .lookAt(Links.PROJECT_ANYWHERE)
          .runbook(
              means(
                      "A straight line through the losses of two hours changes by less than a"
                          + " thousandth of their mean, for two hours, while the job goes on"
                          + " pushing. Noise around the line does not matter. "
                          + PUSHED)
                  .matters("GPU hours are spent without a result, if the run is done.")
                  .steps(
                      "Tell the owner of the run.",
                      "See whether the loss on validation data still falls: then let it run.",
                      "See whether the learning rate has reached zero, or the job trains on the"
                          + " same data again and again.",
                      "If it is done, keep the best checkpoint and stop it: `runai suspend"
                          + " <workload> -p <project>`.")
                  .silence("For runs that learn slowly by design, as long as they run."));

  static final Alert PUSH_STALE =
      alert("TrainingPushStale", WARNING, secondsSincePush(RUN, PROJECT).above(3600).below(86400))
          .holding("5m")
          .summary("Run {{ $labels.run }} has pushed nothing for {{ $value | humanizeDuration }}")
          .description(
              "The run of project {{ $labels.project }} has not reported for more than an hour: it"
                  + " hangs, or it died without a trace. Its last loss still stands in the Pushgateway and looks"
                  + " fresh. The alert ends a day after the last push.")
          .lookAt(Links.PROJECT_ANYWHERE)
          .runbook(
              means(
                      "The time of the last push lies between an hour and a day back. A job that"
                          + " ends well deletes its group at the Pushgateway; this one did not.")
                  .matters("If it hangs, it holds its GPUs for nothing. If it died, nobody knows.")
                  .steps(
                      "See whether its pods run: `kubectl -n <namespace> get pods`.",
                      "If they do, look where they wait: `kubectl -n <namespace> logs <pod>"
                          + " --tail=50` and `kubectl -n <namespace> exec <pod> -- nvidia-smi`."
                          + " Restart the job from its last checkpoint if it hangs.",
                      "If they run well, the pushes fail: `kubectl -n <namespace> exec <pod> --"
                          + " curl -s <pushgateway>/-/ready`.",
                      "If the job is over, delete what it left: `curl -X DELETE"
                          + " <pushgateway>/metrics/job/<job>/run/<run>`.")
                  .silence("When the job pushes more seldom than once an hour, for that job."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("training", "Training jobs", "ml")
        .groups(
            group(
                "runai-training",
                JOB_FAILED,
                POD_OOM_KILLED,
                CRASH_LOOP,
                LOSS_NOT_FINITE,
                LOSS_PLATEAU,
                PUSH_STALE))
        .tests(TrainingTests.all());
  }

  /** Jobs in the namespaces that Run:ai makes for projects, which are called runai-PROJECT. */
  private static Selected failedJobs() {
    return metric(KubeStateMetrics.JOB_FAILED)
        .where(
            is(CONDITION, "true"),
            matches(NAMESPACE, "runai-.+"),
            isNot(NAMESPACE, "runai-backend"));
  }

  private static Series killed(Metric reason) {
    return max(metric(reason).where(is(REASON, "OOMKilled")))
        .by(NAMESPACE, POD, CONTAINER)
        .equalTo(1);
  }

  /** Pods that have held GPUs during a window, with the labels that Kubernetes gives them. */
  private static Series podsWithGpus(String window) {
    Series pods =
        max(maxOverTime(metric(Runai.ALLOCATED_GPU_COUNT_PER_POD), window))
            .by(POD_NAMESPACE, POD_NAME)
            .above(0);
    return labelReplace(
        labelReplace(pods, NAMESPACE, "$1", POD_NAMESPACE, "(.*)"), POD, "$1", POD_NAME, "(.*)");
  }

  private static Series secondsSincePush() {
    return secondsSincePush(RUN);
  }

  private static Series secondsSincePush(Label... labels) {
    return now().minus(max(metric(LAST_PUSH_TIMESTAMP_SECONDS)).by(labels));
  }
}
