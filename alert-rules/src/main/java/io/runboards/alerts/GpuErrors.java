package io.runboards.alerts;

import static io.runboards.query.Queries.changes;
import static io.runboards.query.Queries.rate;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.catalog.Metric;
import io.runboards.query.Series;
import io.runboards.rules.Alert;
import io.runboards.rules.Given;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Errors that the driver reports by code, and errors on the way to the GPU. */
final class GpuErrors {
  /** Double-bit error, failed repair, off the bus, error not contained, firmware, ECC for good. */
  private static final List<Integer> FATAL = List.of(48, 64, 79, 95, 119, 120, 140);

  /** Errors that programs make: a wrong address, a program that was stopped. */
  private static final List<Integer> OF_PROGRAMS = List.of(13, 31, 43, 45);

  /** A newer exporter writes the code in a label, too: a new code is a new series there. */
  static final Recording LAST_XID =
      recording(
          Metric.code("gpu:dcgm_xid_errors:max", GpuTelemetry.KEY.toArray(Label[]::new))
              .help("Code of the last XID error of a GPU; 0 means none"),
          GpuTelemetry.each(Dcgm.DEV_XID_ERRORS));

  static final Alert XID_FATAL =
      alert("GpuXidFatal", Urgency.CRITICAL, anyOf(FATAL))
          .holding("2m")
          .summary(
              "GPU {{ $labels.gpu }} of {{ $labels.node }} is out of order: XID"
                  + " {{ $value | printf \"%.0f\" }}")
          .description(
              "The driver reports an error after which this GPU cannot go on. The work on it has"
                  + " failed, and so will whatever is placed there next.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The last XID error of the GPU is one that no program causes and no program"
                          + " survives: 48 (double-bit memory error), 64 (memory row not"
                          + " replaced), 79 (fallen off the bus), 95 (memory error that was not"
                          + " contained), 119 and 120 (firmware does not answer) or 140 (memory"
                          + " error that stays).")
                  .matters(
                      "The workload on the GPU is dead or computes nothing. As long as the node"
                          + " takes pods, the scheduler sends the next ones into the same hole.")
                  .steps(
                      "Read the kernel log of the node, since a later code replaces an earlier"
                          + " one: `dmesg -T | grep -i xid`.",
                      "Take the node out: `kubectl cordon <node>`. Tell the owners of the"
                          + " workloads on it, then `kubectl drain <node> --ignore-daemonsets"
                          + " --delete-emptydir-data`.",
                      "Look at the GPU: `nvidia-smi -q -i <gpu> -d ECC,ROW_REMAPPER,PAGE_RETIREMENT`."
                          + " If the command hangs or does not list it, reboot the node; after XID"
                          + " 79 switch it off and on.",
                      "Reset it otherwise: `nvidia-smi --gpu-reset -i <gpu>`.",
                      "Test it: `dcgmi diag -r 3 -i <gpu>`. If that fails or the error is back"
                          + " within days, have the GPU replaced, with the output of"
                          + " `nvidia-bug-report.sh`.",
                      "Let the node in again: `kubectl uncordon <node>`. The exporter keeps"
                          + " the last code until it is restarted: delete its pod on that node.")
                  .silence(
                      "Silence by node while it is drained or under repair. Watch that no workload"
                          + " is placed there."));

  static final Alert XID_ERROR =
      alert("GpuXidError", Urgency.WARNING, newError())
          .holding("2m")
          .summary(
              "GPU {{ $labels.gpu }} of {{ $labels.node }} reports XID"
                  + " {{ $value | printf \"%.0f\" }}")
          .description(
              "The driver reports a new error that programs do not cause. The work on this GPU may"
                  + " have failed; if codes repeat, the GPU or its links are failing.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The code of the last XID error changed within ten minutes. Codes after"
                          + " which a GPU cannot go on have an alert of their own; 13, 31, 43 and"
                          + " 45 come from programs and raise none.")
                  .matters(
                      "Most of these codes end one workload. Some announce worse: 63 and 94 come"
                          + " before failed repairs, 74 before broken jobs that span GPUs, 154 asks"
                          + " for a reset.")
                  .steps(
                      "Read what the driver says: `dmesg -T | grep -i xid` on the node, and look"
                          + " the code up in NVIDIA's XID catalogue.",
                      "63, 64 or 94: `nvidia-smi -q -i <gpu> -d ROW_REMAPPER`. If a repair is"
                          + " pending, reset the GPU when the node is next empty.",
                      "74: `nvidia-smi nvlink -e -i <gpu>`, and look for the same code on its"
                          + " neighbours.",
                      "154: the log names the action, such as a reset or a reboot. Drain first:"
                          + " `kubectl drain <node> --ignore-daemonsets --delete-emptydir-data`.",
                      "The same GPU twice in a week: drain the node and run `dcgmi diag -r 3`.")
                  .silence(
                      "Silence a GPU that waits for its replacement and takes no work. Watch the"
                          + " node's other GPUs."));

  static final Alert PCIE_REPLAYS =
      alert(
              "GpuPcieReplays",
              Urgency.WARNING,
              GpuTelemetry.each(Dcgm.DEV_PCIE_REPLAY_COUNTER, counter -> rate(counter, "5m"))
                  .times(60)
                  .above(8))
          .holding("15m")
          .summary(
              "GPU {{ $labels.gpu }} of {{ $labels.node }} repeats {{ $value | humanize }} PCIe"
                  + " transfers a minute")
          .description(
              "Transfers to this GPU fail and are repeated, more often than the vendor's limit of"
                  + " eight a minute. Loading of data and jobs over several GPUs slow down, and the"
                  + " GPU may fall off the bus.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "Between the GPU and its host more than eight transfers a minute arrived"
                          + " broken for a quarter of an hour.")
                  .matters(
                      "Work goes on, slower. A link that gets worse ends in XID 79, which kills"
                          + " the workload.")
                  .steps(
                      "See what the link runs at: `nvidia-smi -q -i <gpu> -d PERFORMANCE` and"
                          + " `nvidia-smi --query-gpu=pcie.link.gen.current,pcie.link.width.current"
                          + " --format=csv`. Fewer lanes or an older generation than its neighbours"
                          + " confirm it.",
                      "Look for errors of the bus: `dmesg -T | grep -i -E 'pcie|aer'`.",
                      "Drain the node when it suits: `kubectl drain <node> --ignore-daemonsets"
                          + " --delete-emptydir-data`.",
                      "Test it with `dcgmi diag -r 3 -i <gpu>`, then have the card or riser"
                          + " reseated.")
                  .silence("Silence by GPU until the appointment for repair. Watch for XID 79."));

  static final RuleGroup GROUP = group("gpu-errors", LAST_XID, XID_FATAL, XID_ERROR, PCIE_REPLAYS);

  private GpuErrors() {}

  private static Series anyOf(List<Integer> codes) {
    return codes.stream()
        .<Series>map(code -> LAST_XID.read().equalTo(code))
        .reduce((some, more) -> some.or(more).on(GpuTelemetry.KEY))
        .orElseThrow();
  }

  private static Series newError() {
    List<Integer> others = Stream.of(FATAL, OF_PROGRAMS).flatMap(List::stream).toList();
    return LAST_XID
        .read()
        .above(0)
        .and(changes(LAST_XID.read(), "10m").above(0))
        .on(GpuTelemetry.KEY)
        .unless(anyOf(others))
        .on(GpuTelemetry.KEY);
  }

  static List<RuleTest> tests() {
    return List.of(codes(), everyFatalCode(), everyCodeOfPrograms(), newCode(), replays());
  }

  private static RuleTest codes() {
    return test("a GPU has one code, whatever the exporter calls its node")
        .given(
            TestCluster.onGpu(Dcgm.DEV_XID_ERRORS, "0", "31x5", with(Labels.GPU_I_ID, "1")),
            TestCluster.onGpu(Dcgm.DEV_XID_ERRORS, "0", "63x5", with(Labels.GPU_I_ID, "2")),
            new Given(
                Dcgm.DEV_XID_ERRORS,
                List.of(
                    with(Labels.HOSTNAME, "n2"), with(Labels.GPU, "3"), with(Labels.UUID, "GPU-3")),
                "45x5"))
        .records("5m", LAST_XID, 63, TestCluster.gpu("0"))
        .records(
            "5m",
            LAST_XID,
            45,
            TestCluster.node("n2"),
            with(Labels.GPU, "3"),
            with(Labels.UUID, "GPU-3"));
  }

  private static RuleTest everyFatalCode() {
    RuleTest test =
        test("each fatal code fires after two minutes, and only as a fatal one")
            .given(
                IntStream.range(0, FATAL.size())
                    .mapToObj(gpu ->
                        TestCluster.onGpu(
                            Dcgm.DEV_XID_ERRORS, String.valueOf(gpu), "0 " + FATAL.get(gpu) + "x9"))
                    .toList())
            .silent("2m", XID_FATAL);
    for (int gpu = 0; gpu < FATAL.size(); gpu++) {
      test = test.fires("3m", XID_FATAL, FATAL.get(gpu), TestCluster.gpu(String.valueOf(gpu)));
    }
    return test.silent("3m", XID_ERROR);
  }

  private static RuleTest everyCodeOfPrograms() {
    List<Given> given = new ArrayList<>();
    for (int gpu = 0; gpu < OF_PROGRAMS.size(); gpu++) {
      String values = "0 " + OF_PROGRAMS.get(gpu) + "x9";
      given.add(TestCluster.onGpu(Dcgm.DEV_XID_ERRORS, String.valueOf(gpu), values));
    }
    return test("the errors of programs are nobody's ticket")
        .given(given)
        .silent("5m", XID_FATAL)
        .silent("5m", XID_ERROR);
  }

  private static RuleTest newCode() {
    return test("a new code fires after two minutes and is old after ten")
        .given(
            TestCluster.onGpu(Dcgm.DEV_XID_ERRORS, "0", "0 63x20"),
            TestCluster.onGpu(Dcgm.DEV_XID_ERRORS, "1", "94x21"),
            TestCluster.onGpu(Dcgm.DEV_XID_ERRORS, "2", "63 0x20"))
        .silent("2m", XID_ERROR)
        .fires("3m", XID_ERROR, 63, TestCluster.gpu("0"))
        .silent("12m", XID_ERROR);
  }

  private static RuleTest replays() {
    return test("more than eight repeated transfers a minute")
        .given(
            TestCluster.onGpu(Dcgm.DEV_PCIE_REPLAY_COUNTER, "0", "0+9x30"),
            TestCluster.onGpu(Dcgm.DEV_PCIE_REPLAY_COUNTER, "1", "0+7x30"))
        .silent("19m", PCIE_REPLAYS)
        .fires("20m", PCIE_REPLAYS, 9, TestCluster.gpu("0"));
  }
}
