package io.runboards.dashboard;

/**
 * From a value on, a colour.
 *
 * @param from the value
 * @param color the colour
 */
public record Threshold(double from, Color color) {
  public static Threshold from(double value, Color color) {
    return new Threshold(value, color);
  }
}
