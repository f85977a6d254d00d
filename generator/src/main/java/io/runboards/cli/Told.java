package io.runboards.cli;

import io.runboards.deploy.Difference;
import io.runboards.deploy.Key;
import io.runboards.deploy.Live;
import io.runboards.deploy.Outcome;
import io.runboards.deploy.Step;
import io.runboards.deploy.Wanted;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told about one thing.
 *
 * @param verb what becomes of it, or would
 * @param key what it is
 * @param title what people call it
 * @param folder the uid of its folder; empty for none
 * @param state how far it got
 * @param details what differs, or what went wrong
 */
record Told(Verb verb, Key key, String title, String folder, State state, List<String> details) {

  /** How far something got. */
  enum State {
    PENDING("pending"),
    DONE("done"),
    FAILED("failed"),
    NOT_DONE("not done");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  Told {
    details = List.copyOf(details);
  }

  /** What a step would do. */
  static Told planned(Step step) {
    return of(
        step,
        step instanceof Step.Refuse ? State.FAILED : State.PENDING,
        step instanceof Step.Refuse(var key, var title, var reason)
            ? List.of(reason)
            : differences(step));
  }

  /** What others did on the server, which a step would repair. */
  static Told drifted(Step step) {
    List<String> details = new ArrayList<>();
    if (step instanceof Step.Create) {
      details.add("it is not there");
    }
    step.found()
        .ifPresent(live ->
            details.add(
                live.touch()
                    .map(it -> "changed by %s, %s".formatted(it.who(), it.when()))
                    .orElse("the server does not say who changed it")));
    if (step instanceof Step.Delete) {
      details.add("nobody wants it");
    }
    if (step instanceof Step.Refuse(var key, var title, var reason)) {
      details.add(reason);
    }
    details.addAll(differences(step));
    return of(step, State.FAILED, details);
  }

  /** What came of a step. */
  static Told ended(Outcome outcome) {
    State state =
        switch (outcome.end()) {
          case DONE -> State.DONE;
          case FAILED -> State.FAILED;
          case NOT_TRIED -> State.NOT_DONE;
        };
    return of(
        outcome.step(),
        state,
        outcome.message().isEmpty() ? List.of() : List.of(outcome.message()));
  }

  private static Told of(Step step, State state, List<String> details) {
    return new Told(Verb.of(step), step.key(), step.title(), folder(step), state, details);
  }

  private static List<String> differences(Step step) {
    return switch (step) {
      case Step.Update(var wanted, var before, var differences) -> texts(differences);
      case Step.Adopt(var wanted, var before, var differences) -> texts(differences);
      default -> List.of();
    };
  }

  private static List<String> texts(List<Difference> differences) {
    return differences.stream().map(Difference::toString).toList();
  }

  private static String folder(Step step) {
    return step.made().map(Wanted::folder).or(() -> step.found().map(Live::folder)).orElse("");
  }
}
