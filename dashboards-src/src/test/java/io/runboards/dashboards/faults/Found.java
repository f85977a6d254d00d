package io.runboards.dashboards.faults;

/**
 * What said that something is wrong.
 *
 * @param by what it was
 * @param message what it said
 * @param namesTheCause whether it said where the fault is
 */
public record Found(Means by, String message, boolean namesTheCause) {
  static Found of(Means by, String message, Fault fault) {
    return new Found(by, message, fault.isNamedIn(message));
  }

  /** What can say that something is wrong, the earliest first. */
  public enum Means {
    CHECKS("checks, before anything is written"),
    RULE_TESTS("tests of rules, run by promtool"),
    RUN("the run on a real Prometheus"),
    SNAPSHOT("the run shows something else than it did");

    private final String words;

    Means(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
