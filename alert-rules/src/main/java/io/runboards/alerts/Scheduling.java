package io.runboards.alerts;

import static io.runboards.rules.RuleFile.ruleFile;

import io.runboards.dashboard.Installation;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;

/** Who gets GPUs, who waits for them, and who keeps them without need. */
public final class Scheduling implements RuleSource {
  @Override
  public RuleFile define(Installation at) {
    Queueing queueing = new Queueing(new GpuNodes(at));
    List<RuleTest> tests =
        Stream.of(Fairness.tests(), queueing.tests()).flatMap(List::stream).toList();
    return ruleFile("scheduling", "Scheduling and quotas", "platform")
        .groups(Fairness.GROUP, queueing.group())
        .tests(tests);
  }
}
