package io.runboards.deploy;

/**
 * A change in words: {@code panel "GPU utilization": threshold 80 → 85}.
 *
 * @param where the part that changes
 * @param what what happens to it
 */
public record Difference(String where, String what) {
  @Override
  public String toString() {
    return where.isEmpty() ? what : where + ": " + what;
  }
}
