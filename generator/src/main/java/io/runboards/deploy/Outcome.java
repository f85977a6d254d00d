package io.runboards.deploy;

/**
 * What came of a step.
 *
 * @param step the step
 * @param end how it ended
 * @param message why, if it was not done
 */
public record Outcome(Step step, End end, String message) {
  /** How a step can end. */
  public enum End {
    DONE,
    FAILED,
    NOT_TRIED
  }

  static Outcome done(Step step) {
    return new Outcome(step, End.DONE, "");
  }

  static Outcome failed(Step step, String why) {
    return new Outcome(step, End.FAILED, why);
  }

  static Outcome notTried(Step step, String why) {
    return new Outcome(step, End.NOT_TRIED, why);
  }
}
