package io.runboards.flow;

import io.runboards.catalog.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the units measure in which Grafana shows values, by Grafana's ids. */
public final class DisplayUnits {
  /** Plain numbers, which is what Grafana shows without any unit. */
  public static final String PLAIN = "none";

  private static final double A_MINUTE = 1.0 / 60;
  private static final List<String> DATES =
      List.of(
          "dateTimeAsIso",
          "dateTimeAsIsoNoDateIfToday",
          "dateTimeAsLocal",
          "dateTimeAsLocalNoDateIfToday",
          "dateTimeAsSystem",
          "dateTimeAsUS",
          "dateTimeAsUSNoDateIfToday",
          "dateTimeFromNow");
  private static final List<String> EVENTS_A_SECOND =
      List.of("cps", "eps", "iops", "ops", "reqps", "rowsps", "rps", "wps");
  private static final List<String> EVENTS_A_MINUTE =
      List.of("cpm", "epm", "opm", "reqpm", "rpm", "wpm");
  private static final List<String> FLAGS = List.of("bool", "bool_on_off", "bool_yes_no");
  private static final Map<Base, Integer> FRACTION = Map.of();
  private static final Map<Base, Integer> INFORMATION = Map.of(Base.INFORMATION, 1);
  private static final Map<Base, Integer> INFORMATION_RATE =
      Map.of(Base.INFORMATION, 1, Base.TIME, -1);
  private static final Map<Base, Integer> TIME = Map.of(Base.TIME, 1);
  private static final Map<Base, Integer> POWER = Map.of(Base.POWER, 1);
  private static final Map<Base, Integer> ENERGY = Map.of(Base.POWER, 1, Base.TIME, 1);
  private static final Map<Base, Integer> TEMPERATURE = Map.of(Base.TEMPERATURE, 1);
  private static final Map<Base, Integer> FREQUENCY = Map.of(Base.FREQUENCY, 1);

  /** What a unit shows. */
  private record Shown(String id, Measure measure) {}

  /** Of several units for the same measure, the one that people read most easily comes first. */
  private static final List<Shown> TABLE = new ArrayList<>();

  static {
    shown("percent", FRACTION, 0.01);
    shown("percentunit", FRACTION, 1);
    shown("percent", Map.of(Base.NUMBER, 1), 0.01);
    shown("bytes", INFORMATION, 1);
    shown("decbits", INFORMATION, 0.125);
    shown("bits", INFORMATION, 0.125);
    shown("decbytes", INFORMATION, 1);
    shown("kbytes", INFORMATION, 1 << 10);
    shown("deckbytes", INFORMATION, 1e3);
    shown("mbytes", INFORMATION, 1 << 20);
    shown("decmbytes", INFORMATION, 1e6);
    shown("gbytes", INFORMATION, 1 << 30);
    shown("decgbytes", INFORMATION, 1e9);
    shown("tbytes", INFORMATION, 1L << 40);
    shown("dectbytes", INFORMATION, 1e12);
    shown("pbytes", INFORMATION, 1L << 50);
    shown("decpbytes", INFORMATION, 1e15);
    shown("bps", INFORMATION_RATE, 0.125);
    shown("binbps", INFORMATION_RATE, 0.125);
    shown("Bps", INFORMATION_RATE, 1);
    shown("binBps", INFORMATION_RATE, 1);
    shown("KiBs", INFORMATION_RATE, 1 << 10);
    shown("KBs", INFORMATION_RATE, 1e3);
    shown("MiBs", INFORMATION_RATE, 1 << 20);
    shown("MBs", INFORMATION_RATE, 1e6);
    shown("GiBs", INFORMATION_RATE, 1 << 30);
    shown("GBs", INFORMATION_RATE, 1e9);
    shown("ns", TIME, 1e-9);
    shown("µs", TIME, 1e-6);
    shown("ms", TIME, 1e-3);
    shown("s", TIME, 1);
    shown("m", TIME, 60);
    shown("h", TIME, 3600);
    shown("d", TIME, 86400);
    shown("dtdurationms", TIME, 1e-3);
    shown("dtdurations", TIME, 1);
    shown("dthms", TIME, 1);
    shown("dtdhms", TIME, 1);
    shown("clockms", TIME, 1e-3);
    shown("clocks", TIME, 1);
    shown("mwatt", POWER, 1e-3);
    shown("watt", POWER, 1);
    shown("kwatt", POWER, 1e3);
    shown("megwatt", POWER, 1e6);
    shown("joule", ENERGY, 1);
    shown("watth", ENERGY, 3600);
    shown("kwatth", ENERGY, 3.6e6);
    shown("celsius", TEMPERATURE, 1);
    shown("hertz", FREQUENCY, 1);
    shown("rothz", FREQUENCY, 1);
    shown("rotmhz", FREQUENCY, 1e6);
    shown("rotghz", FREQUENCY, 1e9);
    shown("currencyUSD", Map.of(Base.MONEY, 1), 1);
    shown("currencyUSD", Map.of(Base.MONEY, 1, Base.TIME, -1), 1.0 / 3600);
  }

  private DisplayUnits() {}

  private static void shown(String id, Map<Base, Integer> exponents, double scale) {
    TABLE.add(new Shown(id, new Measure(exponents, scale)));
  }

  /** The id of the unit that shows exactly such values; empty if they are plain numbers. */
  public static Optional<String> idFor(Quantity quantity) {
    return switch (quantity.nature()) {
      case FLAG -> Optional.of(Unit.BOOLEAN.grafanaId());
      case INSTANT -> Optional.of(DATES.getFirst()).filter(id -> fits(quantity, id));
      case QUANTITY -> ofMeasure(quantity.measure());
      case UNKNOWN, NUMBER, INFO, CODE, BY_LABEL -> Optional.empty();
    };
  }

  private static Optional<String> ofMeasure(Measure measure) {
    return measure
        .unit()
        .map(Unit::grafanaId)
        .filter(id -> !id.equals(PLAIN))
        .or(() -> firstThatShows(measure))
        .or(() -> eventRate(measure));
  }

  private static Optional<String> firstThatShows(Measure measure) {
    return TABLE.stream().filter(shown -> shown.measure.sameAs(measure)).map(Shown::id).findFirst();
  }

  private static Optional<String> eventRate(Measure measure) {
    boolean requests = measure.exponents().containsKey(Base.REQUESTS);
    if (areEvents(measure, 1)) {
      return Optional.of(requests ? "reqps" : "cps");
    }
    return areEvents(measure, A_MINUTE)
        ? Optional.of(requests ? "reqpm" : "cpm")
        : Optional.empty();
  }

  /** Whether values can be shown in a unit; also if nobody can tell. */
  public static boolean fits(Quantity quantity, String id) {
    return switch (quantity.nature()) {
      case UNKNOWN, BY_LABEL, NUMBER -> true;
      case FLAG, INFO -> !isKnown(id) || FLAGS.contains(id);
      case CODE -> !isKnown(id);
      case INSTANT -> DATES.contains(id) ? quantity.measure().scale() == 1e-3 : !isKnown(id);
      case QUANTITY -> fits(quantity.measure(), id);
    };
  }

  private static boolean fits(Measure measure, String id) {
    if (EVENTS_A_SECOND.contains(id)) {
      return areEvents(measure, 1);
    }
    if (EVENTS_A_MINUTE.contains(id)) {
      return areEvents(measure, A_MINUTE);
    }
    List<Measure> shown =
        TABLE.stream().filter(it -> it.id.equals(id)).map(Shown::measure).toList();
    return shown.isEmpty()
        ? !isKnown(id)
        : shown.stream().anyMatch(it -> it.sameAs(measure) || mayShow(it, measure));
  }

  private static boolean mayShow(Measure shown, Measure measure) {
    return shown.convertsTo(measure) && Double.isNaN(measure.scale());
  }

  private static boolean isKnown(String id) {
    return TABLE.stream().anyMatch(shown -> shown.id.equals(id))
        || DATES.contains(id)
        || EVENTS_A_SECOND.contains(id)
        || EVENTS_A_MINUTE.contains(id)
        || FLAGS.contains(id);
  }

  private static boolean areEvents(Measure measure, double scale) {
    Map<Base, Integer> exponents = measure.exponents();
    return exponents.size() == 2
        && exponents.getOrDefault(Base.TIME, 0) == -1
        && exponents.entrySet().stream()
            .anyMatch(power -> power.getKey().isCounted() && power.getValue() == 1)
        && Measure.equal(measure.scale(), scale);
  }
}
