package io.runboards.simulate.write;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends one request, in order, while the next is made. What goes wrong is told by the next. */
public final class Ahead implements Sender, AutoCloseable {
  private final Sender sender;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  public Ahead(Sender sender) {
    this.sender = sender;
  }

  @Override
  public void send(byte[] body) {
    finish();
    last = CompletableFuture.runAsync(() -> sender.send(body), thread);
  }

  /** Waits until all is sent. */
  public void finish() {
    try {
      last.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NotWritten why) {
        throw new NotWritten(why.getMessage());
      }
      throw e;
    }
  }

  /** Sends nothing more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
