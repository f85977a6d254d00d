package io.runboards.check;

import io.runboards.catalog.Label;
import io.runboards.check.Operations.Operation;
import io.runboards.rules.Recording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A recorded metric whose name does not say by what it is kept and how it was made. */
final class RecordName implements RecordingCheck {
  private static final Pattern PART = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  /** The label that names an objective. */
  private static final String OBJECTIVE = "slo";

  @Override
  public String id() {
    return "record-name";
  }

  @Override
  public Stream<RuleProblem> problems(ExaminedRule rule, Recording recording, Workspace workspace) {
    if (rule.query().isEmpty()) {
      return Stream.empty();
    }
    List<String> labels = recording.metric().labels().stream().map(Label::name).toList();
    List<Operation> done = Operations.of(rule.query().get().tree(), workspace);
    return problem(recording, labels, done)
        .map(message -> RuleProblem.of(rule, message).advise(advice(recording, labels, done)))
        .stream();
  }

  private static Optional<String> problem(
      Recording recording, List<String> labels, List<Operation> done) {
    List<String> parts = parts(recording.name());
    if (parts.size() != 3 || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
      return Optional.of("a recorded metric is named level:metric:operations");
    }
    return RecordLevel.problem(parts.get(0), labels)
        .or(() -> operationsProblem(parts.get(2), recording, done));
  }

  private static Optional<String> operationsProblem(
      String words, Recording recording, List<Operation> done) {
    return RecordOperations.problem(
        words, done, recording.metric().unit(), recording.metric().has(OBJECTIVE));
  }

  private static List<String> parts(String name) {
    return List.of(name.split(":", -1));
  }

  private static String advice(Recording recording, List<String> labels, List<Operation> done) {
    List<String> parts = parts(recording.name());
    String level = parts.getFirst();
    String metric = parts.size() == 1 ? level : parts.get(1);
    String last = parts.size() < 3 ? "" : parts.get(2);
    boolean goodLevel = parts.size() > 1 && RecordLevel.problem(level, labels).isEmpty();
    boolean goodEnd = parts.size() == 3 && operationsProblem(last, recording, done).isEmpty();
    Optional<String> end =
        goodEnd ? Optional.of(last) : RecordOperations.of(done, recording.metric().unit());
    return PART.matcher(metric).matches() && end.isPresent()
        ? "Call it %s:%s:%s"
            .formatted(goodLevel ? level : RecordLevel.of(labels), metric, end.get())
        : "";
  }
}
