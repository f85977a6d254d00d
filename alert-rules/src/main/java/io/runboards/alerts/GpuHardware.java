package io.runboards.alerts;

import static io.runboards.rules.RuleFile.ruleFile;

import io.runboards.dashboard.Installation;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;

/**
 * GPUs that break, run hot or are gone.
 *
 * <p>That a GPU has much to do, or draws all the power that it may, is what it is for: no alert
 * tells it.
 */
public final class GpuHardware implements RuleSource {
  @Override
  public RuleFile define(Installation at) {
    List<RuleTest> tests =
        Stream.of(GpuErrors.tests(), GpuMemoryErrors.tests(), GpuHeat.tests(), GpuLoss.tests())
            .flatMap(List::stream)
            .toList();
    return ruleFile("gpu-hardware", "GPU hardware", "hardware")
        .groups(GpuErrors.GROUP, GpuMemoryErrors.GROUP, GpuHeat.GROUP, GpuLoss.GROUP)
        .tests(tests);
  }
}
