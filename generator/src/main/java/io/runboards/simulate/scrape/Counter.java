package io.runboards.simulate.scrape;

/** A number that only grows, and begins again at 0 when its target restarts. */
public final class Counter {
  private final Series series;

  Counter(Series series) {
    this.series = series;
    series.set(0);
  }

  public void add(double more) {
    if (!(more >= 0)) {
      throw new IllegalArgumentException(series + " cannot grow by " + more);
    }
    series.set(series.value() + more);
  }

  void reset() {
    if (series.isThere()) {
      series.set(0);
    }
  }

  /** The series is not there until it grows again. */
  public void hide() {
    series.hide();
  }
}
