package io.runboards.simulate.scrape;

/** Takes what a scrape finds. */
public interface Samples {
  /** A series is there, with a value. */
  void sample(Series series);

  /** A series was there one scrape ago and is no longer. */
  void gone(Series series);
}
