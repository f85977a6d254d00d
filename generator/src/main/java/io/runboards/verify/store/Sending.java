package io.runboards.verify.store;

import io.runboards.simulate.write.Sender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends batches one after the other while the next ones are made, so that the store and who loads
 * it work at the same time.
 */
final class Sending implements Sender, AutoCloseable {
  private static final int MOST_WAITING = 16;

  private final Sender sender;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  Sending(Sender sender) {
    this.sender = sender;
  }

  @Override
  public void send(byte[] batch) {
    if (waiting.size() == MOST_WAITING) {
      finish(waiting.remove());
    }
    waiting.add(thread.submit(() -> sender.send(batch)));
  }

  private static void finish(Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed(e);
    }
  }

  /** Waits until the store has everything. */
  @Override
  public void close() {
    try {
      while (!waiting.isEmpty()) {
        finish(waiting.remove());
      }
    } finally {
      thread.shutdownNow();
    }
  }
}
