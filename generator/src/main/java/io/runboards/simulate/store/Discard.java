package io.runboards.simulate.store;

/** Why the store refuses a sample, by the names that Mimir has for it. */
enum Discard {
  RATE_LIMITED("rate_limited", true),
  TOO_FAR_IN_FUTURE("too_far_in_future", true),
  SERIES_LIMIT("per_user_series_limit", false),
  TOO_OLD("sample-timestamp-too-old", false),
  OUT_OF_ORDER("sample-out-of-order", false);

  private final String label;
  private final boolean byDistributor;

  Discard(String label, boolean byDistributor) {
    this.label = label;
    this.byDistributor = byDistributor;
  }

  String label() {
    return label;
  }

  /** Whether distributors find out; else ingesters do. */
  boolean byDistributor() {
    return byDistributor;
  }
}
