package io.runboards.catalog;

/** What a unit measures. Units of one dimension can be converted into each other. */
public enum Dimension {
  FRACTION,
  INFORMATION,
  PROCESSOR,
  GPU,
  GPU_TIME,
  TIME,
  INSTANT,
  POWER,
  ENERGY,
  TEMPERATURE,
  FREQUENCY,
  INFORMATION_RATE,
  EVENT_RATE,
  NUMBER,
  MONEY,
  /** No quantity at all: a flag, a code, an info series. */
  NONE
}
