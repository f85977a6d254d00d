package io.runboards.simulate.service;

/** Makes whole numbers of amounts, and keeps what is left over for the next one. */
final class Whole {
  private double rest;

  /** The whole number in an amount and what was left over before. */
  long of(double amount) {
    rest += amount;
    long whole = (long) Math.floor(rest);
    rest -= whole;
    return whole;
  }
}
