package io.runboards.dashboard;

/** One number for all values of a series. */
public enum Reducer {
  LAST("lastNotNull"),
  MEAN("mean"),
  MAX("max"),
  MIN("min"),
  SUM("sum"),
  COUNT("count"),
  RANGE("range"),
  DIFF("diff");

  private final String id;

  Reducer(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
