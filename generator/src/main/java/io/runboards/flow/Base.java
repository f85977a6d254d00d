package io.runboards.flow;

import java.util.List;

/** What can be measured or counted by itself; everything else is a product of powers of these. */
public enum Base {
  INFORMATION(
      "bytes",
      "byte",
      new Multiple(0.125, "bits", "bit"),
      new Multiple(1 << 10, "KiB", "KiB"),
      new Multiple(1 << 20, "MiB", "MiB"),
      new Multiple(1 << 30, "GiB", "GiB"),
      new Multiple(1L << 40, "TiB", "TiB"),
      new Multiple(1e3, "kB", "kB"),
      new Multiple(1e6, "MB", "MB"),
      new Multiple(1e9, "GB", "GB"),
      new Multiple(1e12, "TB", "TB")),
  GPU("GPUs", "GPU"),
  PROCESSOR("cores", "core", new Multiple(1e-3, "millicores", "millicore")),
  POWER(
      "watts",
      "watt",
      new Multiple(1e-3, "milliwatts", "milliwatt"),
      new Multiple(1e3, "kilowatts", "kilowatt"),
      new Multiple(1e6, "megawatts", "megawatt")),
  TEMPERATURE("°C", "°C"),
  FREQUENCY(
      "Hz",
      "Hz",
      new Multiple(1e3, "kHz", "kHz"),
      new Multiple(1e6, "MHz", "MHz"),
      new Multiple(1e9, "GHz", "GHz")),
  MONEY("US dollars", "US dollar"),
  TOKENS("tokens", "token"),
  SERIES("series", "series"),
  REQUESTS("requests", "request"),
  /** Things of which only the number is known. */
  NUMBER(
      "count",
      "count",
      new Multiple(0.01, "summed percent", "summed percent"),
      new Multiple(1e3, "thousands", "thousand"),
      new Multiple(1e6, "millions", "million")),
  TIME(
      "seconds",
      "second",
      new Multiple(1e-9, "nanoseconds", "nanosecond"),
      new Multiple(1e-6, "microseconds", "microsecond"),
      new Multiple(1e-3, "milliseconds", "millisecond"),
      new Multiple(60, "minutes", "minute"),
      new Multiple(3600, "hours", "hour"),
      new Multiple(86400, "days", "day"),
      new Multiple(604800, "weeks", "week"));

  /** A larger or smaller unit for the same. */
  public record Multiple(double size, String plural, String singular) {}

  private final String plural;
  private final String singular;
  private final List<Multiple> multiples;

  Base(String plural, String singular, Multiple... multiples) {
    this.plural = plural;
    this.singular = singular;
    this.multiples = List.of(multiples);
  }

  /** Things that are counted one by one, so that a number of them may also be just a count. */
  public boolean isCounted() {
    return switch (this) {
      case GPU, PROCESSOR, TOKENS, SERIES, REQUESTS, NUMBER -> true;
      default -> false;
    };
  }

  public Multiple one() {
    return new Multiple(1, plural, singular);
  }

  public List<Multiple> multiples() {
    return multiples;
  }
}
