package io.runboards.verify.report.html;

import io.runboards.verify.prometheus.Curve;

/**
 * The outline of a line in a plot, in SVG's own short words: relative steps between whole numbers,
 * and a new beginning after each gap.
 */
final class LinePath {
  private static final int MOST_POINTS = 120;
  private static final double LATE = 1.6;
  private static final double TWO_STRETCHES = 2.1;

  private final StringBuilder path = new StringBuilder();
  private int lastX;
  private int lastY;
  private Pen pen = Pen.UP;

  /** Where the pen is: above the paper, on a point, or on a line. */
  private enum Pen {
    UP,
    POINT,
    LINE
  }

  private LinePath() {}

  /** The outline of a curve between two moments on an axis. */
  static String of(Curve curve, long from, long until, Axis axis) {
    Thinned points = Thinned.of(curve, MOST_POINTS);
    double gap = gap(curve, points);
    double span = Math.max(1, until - from);
    LinePath line = new LinePath();
    for (int i = 0; i < points.size(); i++) {
      boolean late = i > 0 && points.times()[i] - points.times()[i - 1] > gap;
      if (late || !Double.isFinite(points.values()[i])) {
        line.pen = Pen.UP;
      }
      if (Double.isFinite(points.values()[i])) {
        line.point(
            (int) Math.round(Plot.WIDTH * (points.times()[i] - from) / span),
            (int) Math.round(Plot.HEIGHT * (1 - axis.share(points.values()[i]))));
      }
    }
    return line.path.toString();
  }

  /**
   * How far apart points must be for a gap: more than the usual distance of those that are left.
   */
  private static double gap(Curve curve, Thinned points) {
    long usual = Long.MAX_VALUE;
    for (int i = 1; i < curve.size(); i++) {
      usual = Math.min(usual, curve.times()[i] - curve.times()[i - 1]);
    }
    return points.size() == curve.size()
        ? LATE * usual
        : TWO_STRETCHES * usual * curve.size() / (MOST_POINTS / 2.0);
  }

  private void point(int x, int y) {
    if (pen == Pen.UP) {
      path.append('M').append(x).append(' ').append(y).append("h0");
      pen = Pen.POINT;
    } else {
      if (pen == Pen.POINT) {
        path.append('l');
        pen = Pen.LINE;
      }
      step(x - lastX);
      step(y - lastY);
    }
    lastX = x;
    lastY = y;
  }

  /** A number needs no space before it if it has a sign, or if it is the first one. */
  private void step(int number) {
    if (number >= 0 && path.charAt(path.length() - 1) != 'l') {
      path.append(' ');
    }
    path.append(number);
  }
}
