package io.runboards.verify.trial;

import io.runboards.verify.proof.Flaw;
import java.util.List;

/** Everything that is expected of an answer that has series. */
public final class Trials {
  private static final List<Trial> ALL =
      List.of(
          new Warned(),
          new MissingLabels(),
          new SurplusLabels(),
          new LegendGaps(),
          new SameNames(),
          new SameRows(),
          new NamelessValues(),
          new NoBuckets(),
          new NotANumber(),
          new OutOfRange(),
          new OffTheScale(),
          new Constant(),
          new OnePoint(),
          new TooManySeries(),
          new TooManySamples());

  private Trials() {}

  /** What is wrong with an answer. */
  public static List<Flaw> of(Showing showing) {
    return ALL.stream().flatMap(trial -> trial.flaw(showing).stream()).toList();
  }
}
