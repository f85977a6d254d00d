package io.runboards.verify.store;

import io.runboards.verify.prometheus.NoAnswer;

/** The store went away in the middle of a run, or refused samples. */
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreFailed(NoAnswer cause) {
    super(cause.getMessage(), cause);
  }

  StoreFailed(InterruptedException cause) {
    super("interrupted while the store was being loaded", cause);
  }
}
