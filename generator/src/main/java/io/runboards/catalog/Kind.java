package io.runboards.catalog;

/** What a metric's numbers are, and so what may be done with them. */
public enum Kind {
  /** A value that goes up and down. */
  GAUGE("gauge"),
  /** A sum that only grows, until its process restarts: read it through {@code rate}. */
  COUNTER("counter"),
  /** Buckets with a sum and a count: read it through {@code histogram_quantile}. */
  HISTOGRAM("histogram"),
  /** Always 1: the labels carry the message. */
  INFO("info"),
  /** A number that names something, such as an error code: never sum, average or rate it. */
  CODE("code");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
