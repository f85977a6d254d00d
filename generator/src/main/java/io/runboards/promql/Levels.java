package io.runboards.promql;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts the levels of recursion, and lets it go on where the stack of the caller's thread may end.
 *
 * <p>Whoever walks a tree goes {@link #down} and {@link #up}. If that leads below level {@value
 * #SHALLOW}, the walk begins anew on a thread whose stack is large enough for the deepest tree that
 * the parser lets through.
 */
final class Levels {
  private static final int SHALLOW = 200;
  private static final long DEEP_STACK_BYTES = 64L << 20;

  private final boolean deep;
  private int level;

  private Levels(boolean deep) {
    this.deep = deep;
  }

  /** Walks a tree; a walk must be able to begin anew. */
  static <T> T walk(Function<Levels, T> walk) {
    try {
      return walk.apply(new Levels(false));
    } catch (TooDeepHere e) {
      return onDeepStack(() -> walk.apply(new Levels(true)));
    }
  }

  /** Enters the next level and says which it is. */
  int down() {
    level++;
    if (level > SHALLOW && !deep) {
      throw new TooDeepHere();
    }
    return level;
  }

  void up() {
    level--;
  }

  /** Does the work on a thread with a large stack and waits for it. */
  static <T> T onDeepStack(Supplier<T> work) {
    Work<T> task = new Work<>(work);
    Thread thread = new Thread(null, task, "promql-deep", DEEP_STACK_BYTES);
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
    if (task.thrown != null) {
      throw task.thrown;
    }
    return task.result;
  }

  private static final class TooDeepHere extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeepHere() {
      super(null, null, false, false);
    }
  }

  private static final class Work<T> implements Runnable {
    private final Supplier<T> work;
    private T result;
    private RuntimeException thrown;

    Work(Supplier<T> work) {
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
