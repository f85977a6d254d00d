package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * One number on a dial between its least and greatest value.
 *
 * @param frame what all panels have
 * @param calc which number stands for a series
 */
public record Gauge(Frame frame, Reducer calc) implements Panel, Framed<Gauge> {

  public Gauge calc(Reducer other) {
    return new Gauge(frame, other);
  }

  @Override
  public Gauge withFrame(Frame changed) {
    return new Gauge(changed, calc);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}
