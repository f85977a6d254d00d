package io.runboards.promql;

import java.util.function.Supplier;

/**
 * Lets recursion go on where the stack of the caller's thread may end.
 *
 * <p>Whoever walks a tree counts its levels and passes the rest of the work to {@link #call} at
 * level {@link #HANDOVER}: it runs on a thread whose stack is large enough for the deepest tree
 * that the parser lets through.
 */
final class DeepStack {
  static final int HANDOVER = 200;

  private static final long STACK_BYTES = 64L << 20;

  private DeepStack() {}

  /** Does the work on a thread of its own and waits for it. */
  static <T> T call(Supplier<T> work) {
    Call<T> call = new Call<>(work);
    Thread thread = new Thread(null, call, "promql-deep", STACK_BYTES);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (call.thrown != null) {
      throw call.thrown;
    }
    return call.result;
  }

  private static final class Call<T> implements Runnable {
    private final Supplier<T> work;
    private T result;
    private RuntimeException thrown;

    Call(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException e) {
        thrown = e;
      }
    }
  }
}
