package io.runboards.alerts;

import static io.runboards.query.Queries.increase;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.catalog.Dcgm;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Urgency;
import java.util.List;

/** Memory of GPUs that fails, and whose repair fails. */
final class GpuMemoryErrors {
  private static final String DRAIN =
      "Drain the node: `kubectl drain <node> --ignore-daemonsets --delete-emptydir-data`.";

  static final Alert ROW_REMAP_FAILURE =
      alert(
              "GpuRowRemapFailure",
              Urgency.CRITICAL,
              GpuTelemetry.each(Dcgm.DEV_ROW_REMAP_FAILURE).above(0))
          .holding("2m")
          .summary("GPU {{ $labels.gpu }} of {{ $labels.node }} cannot repair its memory")
          .description(
              "A broken memory row could not be replaced by a spare one. The next error there ends"
                  + " the work on the GPU, and no restart helps: the GPU has to be replaced.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means("The GPU found a memory row that fails, and has no spare row left for it.")
                  .matters(
                      "Workloads on this GPU crash sooner or later, and a job over many GPUs with"
                          + " them. Nothing repairs it in place.")
                  .steps(
                      "Take the node out: `kubectl cordon <node>`.",
                      "Confirm it: `nvidia-smi -q -i <gpu> -d ROW_REMAPPER` says \"Remapping"
                          + " Failure Occurred: Yes\".",
                      "Let running work save its state, then " + lower(DRAIN),
                      "Run `dcgmi diag -r 3 -i <gpu>` and keep the output for the vendor, with"
                          + " that of `nvidia-bug-report.sh`.",
                      "Order the replacement. Until then keep the node cordoned, or take this GPU"
                          + " out of the device plugin's list and uncordon the rest.")
                  .silence(
                      "Silence by GPU once no work can get onto it. Watch that the node stays"
                          + " cordoned."));

  static final Alert UNCORRECTABLE_REMAPS =
      alert(
              "GpuUncorrectableRemaps",
              Urgency.WARNING,
              GpuTelemetry.each(
                      Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS, counter -> increase(counter, "1h"))
                  .above(0))
          .holding("2m")
          .summary("GPU {{ $labels.gpu }} of {{ $labels.node }} replaces broken memory rows")
          .description(
              "A memory error that could not be corrected made the GPU replace a row. The workload"
                  + " that met it has failed; the spare row is in use after the next reset.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means("Within the last hour, rows of the GPU's memory were marked to be replaced.")
                  .matters(
                      "One such event is a repair that worked. Until the GPU is reset the broken"
                          + " row stays in use, and the same error can come back.")
                  .steps(
                      "Look at the repair: `nvidia-smi -q -i <gpu> -d ROW_REMAPPER`. \"Pending:"
                          + " Yes\" asks for a reset.",
                      "Cordon the node and wait until the work on this GPU has ended: `kubectl"
                          + " cordon <node>`.",
                      "Reset the GPU, `nvidia-smi --gpu-reset -i <gpu>`, or reboot the node.",
                      "Test it with `dcgmi diag -r 3 -i <gpu>`, then `kubectl uncordon <node>`.",
                      "Several such events in a month are a reason to ask the vendor for another"
                          + " GPU.")
                  .silence(
                      "Silence by GPU until the planned reset. Watch for GpuRowRemapFailure."));

  static final Alert DOUBLE_BIT =
      alert(
              "GpuEccDoubleBit",
              Urgency.WARNING,
              GpuTelemetry.each(Dcgm.DEV_ECC_DBE_VOL_TOTAL, counter -> increase(counter, "1h"))
                  .above(0))
          .holding("2m")
          .summary("GPU {{ $labels.gpu }} of {{ $labels.node }} has double-bit memory errors")
          .description(
              "The GPU read memory in which two bits had flipped. It cannot correct that, so the"
                  + " program that used the memory was stopped.")
          .lookAt(Links.GPU_OF_NODE, Links.NODES_ANYWHERE)
          .runbook(
              means(
                      "The count of double-bit errors rose within the last hour. Codes that put"
                          + " the GPU out of order page by themselves, as GpuXidFatal.")
                  .matters(
                      "One workload was stopped. On GPUs that can replace rows the error leads to"
                          + " a repair; on older ones it comes back.")
                  .steps(
                      "Look at the counts: `nvidia-smi -q -i <gpu> -d ECC,PAGE_RETIREMENT`.",
                      "See which workload was hit: the pod on this GPU that failed just now;"
                          + " `kubectl get pods -A --field-selector spec.nodeName=<node>`.",
                      "If a retirement or a repair is pending, " + lower(DRAIN),
                      "Reset it, `nvidia-smi --gpu-reset -i <gpu>`, and test it: `dcgmi diag -r 3"
                          + " -i <gpu>`.")
                  .silence("Silence by GPU until the planned reset. Watch for GpuXidFatal."));

  static final RuleGroup GROUP =
      group("gpu-memory-errors", ROW_REMAP_FAILURE, UNCORRECTABLE_REMAPS, DOUBLE_BIT);

  private GpuMemoryErrors() {}

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  static List<RuleTest> tests() {
    return List.of(
        test("a failed repair fires after two minutes, a GPU without one never")
            .given(
                TestCluster.onGpu(Dcgm.DEV_ROW_REMAP_FAILURE, "0", "0 1x9"),
                TestCluster.onGpu(Dcgm.DEV_ROW_REMAP_FAILURE, "1", "0x10"))
            .silent("2m", ROW_REMAP_FAILURE)
            .fires("3m", ROW_REMAP_FAILURE, 1, TestCluster.gpu("0")),
        test("a row that is replaced fires for an hour, old ones do not")
            .given(
                TestCluster.onGpu(Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS, "0", "0x60 1x80"),
                TestCluster.onGpu(Dcgm.DEV_UNCORRECTABLE_REMAPPED_ROWS, "1", "5x141"))
            .silent("1h2m", UNCORRECTABLE_REMAPS)
            .fires("1h3m", UNCORRECTABLE_REMAPS, 1, TestCluster.gpu("0"))
            .silent("2h2m", UNCORRECTABLE_REMAPS),
        test("a new double-bit error fires, old ones do not")
            .given(
                TestCluster.onGpu(Dcgm.DEV_ECC_DBE_VOL_TOTAL, "0", "0x60 1x80"),
                TestCluster.onGpu(Dcgm.DEV_ECC_DBE_VOL_TOTAL, "1", "2x141"))
            .silent("1h2m", DOUBLE_BIT)
            .fires("1h3m", DOUBLE_BIT, 1, TestCluster.gpu("0"))
            .silent("2h2m", DOUBLE_BIT));
  }
}
