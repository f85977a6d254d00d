package io.runboards.simulate.scrape;

/** A number that goes up and down. */
public final class Gauge {
  private final Series series;

  Gauge(Series series) {
    this.series = series;
  }

  public void set(double value) {
    series.set(value);
  }

  public void set(boolean value) {
    series.set(value ? 1 : 0);
  }

  /** The series is not there until it is set again. */
  public void hide() {
    series.hide();
  }
}
