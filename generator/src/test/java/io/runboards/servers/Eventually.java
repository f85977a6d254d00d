package io.runboards.servers;

import java.time.Duration;
import java.time.Instant;

/** Asks again and again until an answer is right, or patience ends. */
public final class Eventually {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Something that is right, or fails with an assertion. */
  @FunctionalInterface
  public interface Claim {
    void hold();
  }

  /** The claim holds within so many seconds; else it fails as it did the last time. */
  public static void within(int seconds, Claim claim) {
    Instant end = Instant.now().plusSeconds(seconds);
    while (true) {
      try {
        claim.hold();
        return;
      } catch (AssertionError e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
