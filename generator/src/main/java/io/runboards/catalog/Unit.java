package io.runboards.catalog;

import java.util.OptionalDouble;

/** The unit of a metric's values, with its size in the base unit of what it measures. */
public enum Unit {
  PERCENT("percent", Dimension.FRACTION, 0.01, "percent"),
  RATIO("ratio", Dimension.FRACTION, 1, "percentunit"),
  BYTES("bytes", Dimension.INFORMATION, 1, "bytes"),
  MEBIBYTES("MiB", Dimension.INFORMATION, 1 << 20, "mbytes"),
  GIGABYTES("GB", Dimension.INFORMATION, 1e9, "decgbytes"),
  /** The vendor says "MegaBytes" and no public text settles whether 10⁶ or 2²⁰ bytes are meant. */
  MEGABYTES_OR_MEBIBYTES("MB or MiB", Dimension.INFORMATION, Double.NaN, "decmbytes"),
  BYTES_PER_SECOND("bytes/s", Dimension.INFORMATION_RATE, 1, "Bps"),
  CORES("cores", Dimension.PROCESSOR, 1, "none"),
  MILLICORES("millicores", Dimension.PROCESSOR, 0.001, "none"),
  GPUS("GPUs", Dimension.GPU, 1, "none"),
  GPU_SECONDS("GPU-seconds", Dimension.GPU_TIME, 1, "none"),
  GPU_HOURS("GPU-hours", Dimension.GPU_TIME, 3600, "none"),
  SECONDS("seconds", Dimension.TIME, 1, "s"),
  MILLISECONDS("milliseconds", Dimension.TIME, 0.001, "ms"),
  NANOSECONDS("nanoseconds", Dimension.TIME, 1e-9, "ns"),
  HOURS("hours", Dimension.TIME, 3600, "h"),
  /** Seconds since 1970; Grafana's date formats want milliseconds. */
  UNIX_SECONDS("unix time", Dimension.INSTANT, 1, "dateTimeAsIso"),
  WATTS("watts", Dimension.POWER, 1, "watt"),
  /** Grafana has no format for it: scale it to joules or watt-hours. */
  MILLIJOULES("millijoules", Dimension.ENERGY, 0.001, "none"),
  CELSIUS("°C", Dimension.TEMPERATURE, 1, "celsius"),
  MEGAHERTZ("MHz", Dimension.FREQUENCY, 1e6, "rotmhz"),
  REQUESTS_PER_SECOND("requests/s", Dimension.EVENT_RATE, 1, "reqps"),
  COUNT("count", Dimension.NUMBER, 1, "none"),
  TOKENS("tokens", Dimension.NUMBER, 1, "none"),
  SERIES("series", Dimension.NUMBER, 1, "none"),
  DOLLARS("US dollars", Dimension.MONEY, 1, "currencyUSD"),
  BOOLEAN("0 or 1", Dimension.NONE, 1, "bool"),
  CODE("code", Dimension.NONE, Double.NaN, "none"),
  INFO("always 1", Dimension.NONE, 1, "none"),
  /** Each series states its own unit in a label. */
  BY_LABEL("see its unit label", Dimension.NONE, Double.NaN, "none"),
  UNKNOWN("unknown", Dimension.NONE, Double.NaN, "none");

  private final String label;
  private final Dimension dimension;
  private final double size;
  private final String grafanaId;

  Unit(String label, Dimension dimension, double size, String grafanaId) {
    this.label = label;
    this.dimension = dimension;
    this.size = size;
    this.grafanaId = grafanaId;
  }

  public String label() {
    return label;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** What a value of 1 is in the base unit of its dimension; not a number if that is unclear. */
  public double size() {
    return size;
  }

  /** The id of the format that shows such values in Grafana. */
  public String grafanaId() {
    return grafanaId;
  }

  /** What a value in this unit is multiplied by to get it in {@code other}; empty if it cannot. */
  public OptionalDouble factorTo(Unit other) {
    double factor = size / other.size;
    return dimension == other.dimension && dimension != Dimension.NONE && !Double.isNaN(factor)
        ? OptionalDouble.of(factor)
        : OptionalDouble.empty();
  }
}
