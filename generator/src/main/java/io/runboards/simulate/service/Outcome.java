package io.runboards.simulate.service;

/**
 * What became of the requests to a model in a step.
 *
 * @param answered those that got an answer
 * @param errors those that ended with an error
 * @param unreachable those that found no server, or lost it
 * @param gaveUp those whose clients did not wait any longer
 * @param firstToken seconds until an answer began, in the mean
 * @param wholeAnswer seconds until it was complete, in the mean
 * @param read tokens that they brought
 * @param written tokens that they got
 */
record Outcome(
    long answered,
    long errors,
    long unreachable,
    long gaveUp,
    double firstToken,
    double wholeAnswer,
    long read,
    long written) {
  static final Outcome NOTHING = new Outcome(0, 0, 0, 0, 0, 0, 0, 0);

  long calls() {
    return answered + errors + unreachable + gaveUp;
  }

  /** Whether not a single one was answered. */
  boolean isOut() {
    return answered == 0 && errors + unreachable > 0;
  }
}
