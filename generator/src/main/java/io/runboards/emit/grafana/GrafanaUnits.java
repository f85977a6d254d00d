package io.runboards.emit.grafana;

import static io.runboards.flow.Base.FREQUENCY;
import static io.runboards.flow.Base.INFORMATION;
import static io.runboards.flow.Base.MONEY;
import static io.runboards.flow.Base.NUMBER;
import static io.runboards.flow.Base.POWER;
import static io.runboards.flow.Base.REQUESTS;
import static io.runboards.flow.Base.SERIES;
import static io.runboards.flow.Base.TIME;
import static io.runboards.flow.Base.TOKENS;

import io.runboards.catalog.Unit;
import io.runboards.flow.Base;
import io.runboards.flow.Measure;
import io.runboards.flow.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The format in which Grafana shows a quantity. */
final class GrafanaUnits {
  /** Plain numbers, which is what Grafana shows without any format. */
  static final String NONE = "none";

  static final String PERCENT = Unit.PERCENT.grafanaId();
  static final String RATIO = Unit.RATIO.grafanaId();

  /** A date, from milliseconds since 1970. */
  private static final String DATE = "dateTimeAsIso";

  private static final double TOLERANCE = 1e-9;

  /** A format for a measure that the catalog has no unit for. */
  private record Format(Map<Base, Integer> exponents, double scale, String id) {
    boolean shows(Measure measure) {
      return exponents.equals(measure.exponents())
          && Math.abs(scale - measure.scale()) <= TOLERANCE * scale;
    }
  }

  private static final Map<Base, Integer> SPEED = Map.of(INFORMATION, 1, TIME, -1);
  private static final Map<Base, Integer> ENERGY = Map.of(POWER, 1, TIME, 1);

  private static final List<Format> FORMATS =
      List.of(
          new Format(Map.of(INFORMATION, 1), 0.125, "decbits"),
          new Format(Map.of(INFORMATION, 1), 1 << 10, "kbytes"),
          new Format(Map.of(INFORMATION, 1), 1 << 30, "gbytes"),
          new Format(Map.of(INFORMATION, 1), 1L << 40, "tbytes"),
          new Format(Map.of(INFORMATION, 1), 1e3, "deckbytes"),
          new Format(Map.of(INFORMATION, 1), 1e6, "decmbytes"),
          new Format(Map.of(INFORMATION, 1), 1e12, "dectbytes"),
          new Format(SPEED, 0.125, "bps"),
          new Format(SPEED, 1 << 10, "KiBs"),
          new Format(SPEED, 1 << 20, "MiBs"),
          new Format(SPEED, 1 << 30, "GiBs"),
          new Format(SPEED, 1e3, "KBs"),
          new Format(SPEED, 1e6, "MBs"),
          new Format(SPEED, 1e9, "GBs"),
          new Format(Map.of(TIME, 1), 1e-6, "µs"),
          new Format(Map.of(TIME, 1), 60, "m"),
          new Format(Map.of(TIME, 1), 86400, "d"),
          new Format(Map.of(POWER, 1), 1e-3, "mwatt"),
          new Format(Map.of(POWER, 1), 1e3, "kwatt"),
          new Format(Map.of(POWER, 1), 1e6, "megwatt"),
          new Format(ENERGY, 1, "joule"),
          new Format(ENERGY, 3600, "watth"),
          new Format(ENERGY, 3.6e6, "kwatth"),
          new Format(Map.of(FREQUENCY, 1), 1, "hertz"),
          new Format(Map.of(NUMBER, 1), 0.01, PERCENT),
          new Format(Map.of(NUMBER, 1, TIME, -1), 1, "cps"),
          new Format(Map.of(NUMBER, 1, TIME, -1), 1.0 / 60, "cpm"),
          new Format(Map.of(TOKENS, 1, TIME, -1), 1, "cps"),
          new Format(Map.of(TOKENS, 1, TIME, -1), 1.0 / 60, "cpm"),
          new Format(Map.of(SERIES, 1, TIME, -1), 1, "cps"),
          new Format(Map.of(REQUESTS, 1, TIME, -1), 1.0 / 60, "reqpm"),
          new Format(Map.of(MONEY, 1, TIME, -1), 1.0 / 3600, Unit.DOLLARS.grafanaId()));

  private GrafanaUnits() {}

  /** The id of the format; {@link #NONE} for plain numbers. */
  static String of(Quantity quantity) {
    return switch (quantity.nature()) {
      case QUANTITY -> of(quantity.measure()).orElse(NONE);
      case INSTANT -> quantity.measure().scale() == 0.001 ? DATE : NONE;
      case FLAG -> Unit.BOOLEAN.grafanaId();
      case UNKNOWN, NUMBER, INFO, CODE, BY_LABEL -> NONE;
    };
  }

  private static Optional<String> of(Measure measure) {
    return measure
        .unit()
        .map(Unit::grafanaId)
        .or(() -> FORMATS.stream().filter(it -> it.shows(measure)).map(Format::id).findFirst());
  }
}
