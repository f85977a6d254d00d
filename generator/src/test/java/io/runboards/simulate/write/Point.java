package io.runboards.simulate.write;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sample of a test.
 *
 * @param series the labels of its series, the name among them, sorted
 * @param milliseconds when it is
 * @param value its value
 */
record Point(String series, long milliseconds, double value) implements Comparable<Point> {
  private static final Comparator<Point> ORDER =
      Comparator.comparing(Point::series).thenComparingLong(Point::milliseconds);

  static Point of(Map<String, String> labels, long milliseconds, double value) {
    return new Point(new TreeMap<>(labels).toString(), milliseconds, value);
  }

  @Override
  public int compareTo(Point other) {
    return ORDER.compare(this, other);
  }
}
