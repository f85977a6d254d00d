package io.runboards.verify.unit;

import io.runboards.verify.unit.Ladder.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a unit of Grafana's is shown to people.
 *
 * <p>A unit that is not known shows plain numbers.
 */
public sealed interface UnitText {

  /** Numbers with a symbol. */
  record Numbers(Ladder ladder) implements UnitText {
    @Override
    public String of(double value) {
      return ladder.text(value);
    }
  }

  /** Yes and no. */
  record Flags() implements UnitText {
    @Override
    public String of(double value) {
      return value == 0 ? "no" : value == 1 ? "yes" : PLAIN.text(value);
    }
  }

  /** Moments, in milliseconds since 1970. */
  record Moments() implements UnitText {
    private static final DateTimeFormatter MINUTE =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A moment in Greenwich: {@code 2015-01-06 09:45}. */
    public static String text(Instant moment) {
      return MINUTE.format(moment);
    }

    @Override
    public String of(double value) {
      try {
        return text(Instant.ofEpochMilli((long) value));
      } catch (DateTimeException e) {
        return PLAIN.text(value);
      }
    }
  }

  Ladder PLAIN = plain("");

  /** A value as it is shown. */
  String of(double value);

  /** How a unit is shown, by Grafana's id of it. */
  static UnitText of(String unit) {
    if (unit.startsWith("dateTime")) {
      return new Moments();
    }
    if (unit.startsWith("bool")) {
      return new Flags();
    }
    return new Numbers(ladder(unit));
  }

  private static Ladder ladder(String unit) {
    int colon = unit.indexOf(':');
    String words = unit.substring(colon + 1);
    return switch (colon < 0 ? "" : unit.substring(0, colon)) {
      case "prefix", "currency" -> new Ladder(1, words, List.of(new Step(1, "")));
      case "suffix" -> plain(words.startsWith(" ") ? words : " " + words);
      case "si" -> metric(1, words);
      default -> named(unit);
    };
  }

  private static Ladder named(String unit) {
    return switch (unit) {
      case "percent" -> plain("%");
      case "percentunit" -> new Ladder(100, "", List.of(new Step(1, "%")));
      case "short" -> counted();
      case "bytes" -> binary(1, "B");
      case "kbytes" -> binary(1 << 10, "B");
      case "mbytes" -> binary(1 << 20, "B");
      case "gbytes" -> binary(1 << 30, "B");
      case "tbytes" -> binary(1L << 40, "B");
      case "pbytes" -> binary(1L << 50, "B");
      case "bits" -> binary(1, "b");
      case "binBps" -> binary(1, "B/s");
      case "KiBs" -> binary(1 << 10, "B/s");
      case "MiBs" -> binary(1 << 20, "B/s");
      case "GiBs" -> binary(1 << 30, "B/s");
      case "binbps" -> binary(1, "b/s");
      case "decbytes" -> decimal(1, "B");
      case "deckbytes" -> decimal(1e3, "B");
      case "decmbytes" -> decimal(1e6, "B");
      case "decgbytes" -> decimal(1e9, "B");
      case "dectbytes" -> decimal(1e12, "B");
      case "decpbytes" -> decimal(1e15, "B");
      case "decbits" -> decimal(1, "b");
      case "Bps" -> decimal(1, "B/s");
      case "KBs" -> decimal(1e3, "B/s");
      case "MBs" -> decimal(1e6, "B/s");
      case "GBs" -> decimal(1e9, "B/s");
      case "bps" -> decimal(1, "b/s");
      case "ns" -> time(1e-9);
      case "µs" -> time(1e-6);
      case "ms", "dtdurationms", "clockms" -> time(1e-3);
      case "s", "dtdurations", "dthms", "dtdhms", "clocks" -> time(1);
      case "m" -> time(60);
      case "h" -> time(3600);
      case "d" -> time(86_400);
      case "mwatt" -> metric(1e-3, "W");
      case "watt" -> metric(1, "W");
      case "kwatt" -> metric(1e3, "W");
      case "megwatt" -> metric(1e6, "W");
      case "joule" -> metric(1, "J");
      case "watth" -> metric(1, "Wh");
      case "kwatth" -> metric(1e3, "Wh");
      case "celsius" -> plain(" °C");
      case "hertz", "rothz" -> metric(1, "Hz");
      case "rotmhz" -> metric(1e6, "Hz");
      case "rotghz" -> metric(1e9, "Hz");
      case "currencyUSD" -> new Ladder(1, "$", List.of(new Step(1, "")));
      case "reqps" -> plain(" req/s");
      case "reqpm" -> plain(" req/min");
      case "cps", "eps", "ops", "iops", "rps", "wps", "rowsps" -> plain("/s");
      case "cpm", "epm", "opm", "rpm", "wpm" -> plain("/min");
      default -> PLAIN;
    };
  }

  private static Ladder plain(String symbol) {
    return new Ladder(1, "", List.of(new Step(1, symbol)));
  }

  private static Ladder counted() {
    return new Ladder(
        1,
        "",
        List.of(
            new Step(1, ""), new Step(1e3, " K"), new Step(1e6, " Mil"), new Step(1e9, " Bil")));
  }

  private static Ladder metric(double factor, String symbol) {
    return thousands(factor, symbol, List.of("n", "µ", "m", "", "k", "M", "G", "T", "P"), -9, 1e3);
  }

  private static Ladder decimal(double factor, String symbol) {
    return thousands(factor, symbol, List.of("", "k", "M", "G", "T", "P"), 0, 1e3);
  }

  private static Ladder binary(double factor, String symbol) {
    return thousands(factor, symbol, List.of("", "Ki", "Mi", "Gi", "Ti", "Pi"), 0, 1024);
  }

  /** Steps of one thousand, the decimal kind or the binary one. */
  private static Ladder thousands(
      double factor, String symbol, List<String> prefixes, int first, double thousand) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < prefixes.size(); i++) {
      steps.add(new Step(Math.pow(thousand, i + first / 3.0), " " + prefixes.get(i) + symbol));
    }
    return new Ladder(factor, "", steps);
  }

  private static Ladder time(double factor) {
    return new Ladder(
        factor,
        "",
        List.of(
            new Step(1e-9, " ns"),
            new Step(1e-6, " µs"),
            new Step(1e-3, " ms"),
            new Step(1, " s"),
            new Step(60, " min"),
            new Step(3600, " h"),
            new Step(86_400, " d")));
  }
}
