package io.runboards.deploy;

import java.time.Duration;

/**
 * How often and when to ask again for something that failed in passing.
 *
 * @param attempts how often at most, the first time included
 * @param first how long to wait after the first failure; twice as long after each further one
 * @param longest how long to wait at most, even if the server wants more
 */
public record Insistence(int attempts, Duration first, Duration longest) {
  public static final Insistence USUAL =
      new Insistence(7, Duration.ofMillis(250), Duration.ofSeconds(30));

  private static final int AT_FIRST = 3;

  /** Something that may fail. */
  @FunctionalInterface
  public interface Attempt<T> {
    T run() throws Trouble;
  }

  /** The same for a server of which nobody knows yet whether it is there at all. */
  public Insistence atFirst() {
    return new Insistence(Math.min(attempts, AT_FIRST), first, longest);
  }

  /** Tries something that changes nothing until it succeeds or there is no point in it. */
  public <T> T read(Attempt<T> attempt) throws Trouble {
    for (int failures = 1; ; failures++) {
      try {
        return attempt.run();
      } catch (Trouble trouble) {
        if (trouble.kind() != Trouble.Kind.PASSING || failures >= attempts) {
          throw trouble;
        }
        pause(failures, trouble);
      }
    }
  }

  /** Waits before the next attempt. */
  void pause(int failures, Trouble trouble) throws Trouble {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration wanted = trouble.pause().orElse(doubled);
    try {
      Thread.sleep(wanted.compareTo(longest) < 0 ? wanted : longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(Trouble.Kind.FINAL, "stopped while waiting to try again");
    }
  }
}
