package io.runboards.simulate.time;

/**
 * Something that changes as time goes on.
 *
 * <p>In each step it is first calmed, then incidents may disturb it, then it advances.
 */
public interface Part {
  /** Forgets what incidents did to it in the step before. */
  void calm();

  /** Goes on to a moment. */
  void advance(Moment now);
}
