package io.runboards.standin;

import java.util.Map;
import java.util.TreeMap;

/** Counts requests, and the writes that had an effect. */
public final class Ledger {
  private final Map<String, Integer> writes = new TreeMap<>();
  private long requests;

  synchronized void asked() {
    requests++;
  }

  synchronized void wrote(String what) {
    writes.merge(what, 1, Integer::sum);
  }

  /** How often each thing, such as {@code dashboard gpu}, was written. */
  public synchronized Map<String, Integer> writes() {
    return new TreeMap<>(writes);
  }

  /** All requests, whatever came of them. */
  public synchronized long requests() {
    return requests;
  }

  /** Begins anew. */
  public synchronized void clear() {
    writes.clear();
    requests = 0;
  }
}
