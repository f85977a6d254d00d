package io.runboards.simulate.service;

/**
 * What makes the servers of a model worse than usual.
 *
 * @param slower how many times as long all work takes
 * @param longer how many times as long the prompts are
 * @param failing the part of the requests that end with an error
 */
record Strain(double slower, double longer, double failing) {
  static final Strain NONE = new Strain(1, 1, 0);

  Strain slower(double factor) {
    return new Strain(factor, longer, failing);
  }

  Strain longer(double factor) {
    return new Strain(slower, factor, failing);
  }

  Strain failing(double share) {
    return new Strain(slower, longer, share);
  }
}
