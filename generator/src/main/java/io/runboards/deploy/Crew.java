package io.runboards.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Does many things at the same time, but only so many.
 *
 * @param size how many at a time
 */
public record Crew(int size) {
  /** Enough that the way to a server and back hardly counts, and not more than a server minds. */
  public static final Crew READERS = new Crew(16);

  /**
   * Few: SQLite, which Grafana uses unless told otherwise, takes one write at a time. One is
   * written while others are on their way; more would wait for it until they are refused.
   */
  public static final Crew WRITERS = new Crew(4);

  /** What is done with one of the things. */
  @FunctionalInterface
  public interface Work<T, R> {
    R on(T item) throws Trouble;
  }

  /** Does all; the results stand in the order of the things. The first trouble ends it. */
  public <T, R> List<R> all(List<T> items, Work<T, R> work) throws Trouble {
    Semaphore places = new Semaphore(size);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> results = new ArrayList<>();
      for (T item : items) {
        results.add(threads.submit(limited(places, item, work)));
      }
      return collected(results, threads);
    }
  }

  private static <T, R> Callable<R> limited(Semaphore places, T item, Work<T, R> work) {
    return () -> {
      places.acquire();
      try {
        return work.on(item);
      } finally {
        places.release();
      }
    };
  }

  private static <R> List<R> collected(List<Future<R>> results, ExecutorService threads)
      throws Trouble {
    List<R> collected = new ArrayList<>();
    try {
      for (Future<R> result : results) {
        collected.add(result.get());
      }
      return collected;
    } catch (ExecutionException e) {
      threads.shutdownNow();
      switch (e.getCause()) {
        case Trouble trouble -> throw trouble;
        case RuntimeException wrong -> throw wrong;
        case Throwable other -> throw new IllegalStateException(other);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new Trouble(Trouble.Kind.FINAL, "stopped");
    }
  }
}
