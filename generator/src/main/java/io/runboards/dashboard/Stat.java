package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * One number, or a few.
 *
 * @param frame what all panels have
 * @param calc which number stands for a series
 * @param coloring what the colour fills
 * @param text what is written
 * @param trend whether it asks for the whole range and draws it behind the number
 * @param valueSize the height of the digits in pixels; 0 for as large as fits
 */
public record Stat(
    Frame frame, Reducer calc, Coloring coloring, Shown text, boolean trend, int valueSize)
    implements Panel, Framed<Stat> {
  /** What the colour fills. */
  public enum Coloring {
    NONE("none"),
    VALUE("value"),
    BACKGROUND("background");

    private final String id;

    Coloring(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** What is written. */
  public enum Shown {
    VALUE("value"),
    NAME("name"),
    VALUE_AND_NAME("value_and_name"),
    NOTHING("none");

    private final String id;

    Shown(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public Stat calc(Reducer other) {
    return new Stat(frame, other, coloring, text, trend, valueSize);
  }

  /** The colour fills the whole panel. */
  public Stat filled() {
    return new Stat(frame, calc, Coloring.BACKGROUND, text, trend, valueSize);
  }

  /** The number has no colour. */
  public Stat plain() {
    return new Stat(frame, calc, Coloring.NONE, text, trend, valueSize);
  }

  /** The name of the series instead of its value. */
  public Stat showingName() {
    return new Stat(frame, calc, coloring, Shown.NAME, trend, valueSize);
  }

  public Stat showingValueAndName() {
    return new Stat(frame, calc, coloring, Shown.VALUE_AND_NAME, trend, valueSize);
  }

  /** Asks for the whole range and draws it behind the number. Say it before the queries. */
  public Stat withTrend() {
    if (!frame.data().targets().isEmpty()) {
      throw new WrongDashboard("withTrend() must come before the queries");
    }
    return new Stat(frame, calc, coloring, text, true, valueSize);
  }

  /** The height of the digits in pixels. */
  public Stat digits(int pixels) {
    return new Stat(frame, calc, coloring, text, trend, pixels);
  }

  @Override
  public Stat withFrame(Frame changed) {
    return new Stat(changed, calc, coloring, text, trend, valueSize);
  }

  @Override
  public When when() {
    return trend ? When.RANGE : When.NOW;
  }
}
