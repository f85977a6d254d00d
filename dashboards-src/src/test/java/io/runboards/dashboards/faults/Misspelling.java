package io.runboards.dashboards.faults;

/** A letter is missing. */
final class Misspelling {
  private static final int SHORTEST = 3;

  private Misspelling() {}

  /** Without the letter in the middle. */
  static String of(String name) {
    int middle = name.length() / 2;
    return name.length() < SHORTEST
        ? name + name
        : name.substring(0, middle) + name.substring(middle + 1);
  }
}
