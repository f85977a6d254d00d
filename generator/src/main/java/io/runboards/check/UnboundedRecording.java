package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.rules.Recording;
import java.util.stream.Stream;

/** A recorded metric that has a series for each workload or pod that ever was. */
final class UnboundedRecording implements RecordingCheck {
  @Override
  public String id() {
    return "unbounded-recording";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Recording recording, Workspace workspace) {
    return recording.metric().labels().stream()
        .filter(label -> label.growth() == Label.Growth.UNBOUNDED)
        .limit(1)
        .map(label ->
            RuleProblem.of(
                    rule,
                    "keeps a series for each '%s', and there is no end to them"
                        .formatted(label.name()))
                .advise("Group by what they belong to, such as project or node")
                .asWarning());
  }
}
