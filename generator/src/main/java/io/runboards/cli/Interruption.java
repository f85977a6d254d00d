package io.runboards.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody presses Ctrl-C, or a pipeline ends the process.
 *
 * <p>The process then waits until what has begun is ended and reported.
 */
final class Interruption implements AutoCloseable {
  private static final long LONGEST_SECONDS = 120;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");
  private volatile boolean stopped;

  /** From now on the process does not end at once. */
  static Interruption awaited() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private Interruption() {}

  boolean hasCome() {
    return stopped;
  }

  private void stop() {
    stopped = true;
    try {
      ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        stopped = true;
      }
    }
  }
}
