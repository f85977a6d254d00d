package io.runboards.rules;

import io.runboards.rules.Template.Function;
import io.runboards.rules.Template.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** What stands in a place of a template while functions shape it, exactly as in Prometheus. */
sealed interface TemplateValue {

  /** A number, such as the value of a query. */
  record OfNumber(double number) implements TemplateValue {
    @Override
    public String toString() {
      return GoFloat.shortest(number);
    }
  }

  /** A text, such as the value of a label. */
  record OfText(String text) implements TemplateValue {
    @Override
    public String toString() {
      return text;
    }
  }

  List<String> LARGE = List.of("k", "M", "G", "T", "P", "E", "Z", "Y");
  List<String> LARGE_1024 = List.of("ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi");
  List<String> SMALL = List.of("m", "u", "n", "p", "f", "a", "z", "y");
  DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** The value after a function. */
  default TemplateValue after(Step step) {
    return new OfText(
        switch (step.function()) {
          case HUMANIZE -> humanize(number(step.function()));
          case HUMANIZE_1024 -> humanize1024(number(step.function()));
          case HUMANIZE_DURATION -> duration(number(step.function()));
          case HUMANIZE_PERCENTAGE -> GoFloat.general(number(step.function()) * 100, 4) + "%";
          case HUMANIZE_TIMESTAMP -> timestamp(number(step.function()));
          case PRINTF -> new GoFormat(step.format()).print(this);
          case TO_UPPER -> each(text(step.function()), Character::toUpperCase);
          case TO_LOWER -> each(text(step.function()), Character::toLowerCase);
          case URL_QUERY ->
              URLEncoder.encode(toString(), StandardCharsets.UTF_8)
                  .replace("*", "%2A")
                  .replace("%7E", "~");
        });
  }

  /** Character by character: no letter becomes two. */
  private static String each(String text, IntUnaryOperator change) {
    return text.codePoints()
        .map(change)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String text(Function function) {
    return switch (this) {
      case OfText(String text) -> text;
      case OfNumber number ->
          throw new WrongRule(function.id() + " takes a text, but " + number + " is a number");
    };
  }

  private double number(Function function) {
    return switch (this) {
      case OfNumber(double number) -> number;
      case OfText(String text) -> {
        try {
          yield Double.parseDouble(text.replace("Inf", "Infinity"));
        } catch (NumberFormatException e) {
          throw new WrongRule(function.id() + " takes a number, but '" + text + "' is none");
        }
      }
    };
  }

  private static String humanize(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return GoFloat.general(value, 4);
    }
    return Math.abs(value) < 1 ? enlarged(value) : reduced(value, 1000, LARGE);
  }

  private static String humanize1024(double value) {
    return Math.abs(value) <= 1 || !Double.isFinite(value)
        ? GoFloat.general(value, 4)
        : reduced(value, 1024, LARGE_1024);
  }

  private static String reduced(double value, int factor, List<String> prefixes) {
    double rest = value;
    int size = 0;
    while (size < prefixes.size() && Math.abs(rest) >= factor) {
      rest /= factor;
      size++;
    }
    return GoFloat.general(rest, 4) + (size == 0 ? "" : prefixes.get(size - 1));
  }

  private static String enlarged(double value) {
    double rest = value;
    int size = 0;
    while (size < SMALL.size() && Math.abs(rest) < 1) {
      rest *= 1000;
      size++;
    }
    return GoFloat.general(rest, 4) + (size == 0 ? "" : SMALL.get(size - 1));
  }

  private static String duration(double value) {
    if (!Double.isFinite(value)) {
      return GoFloat.general(value, 4);
    }
    if (value == 0) {
      return GoFloat.general(value, 4) + "s";
    }
    if (Math.abs(value) < 1) {
      return enlarged(value) + "s";
    }
    String sign = value < 0 ? "-" : "";
    long seconds = (long) Math.abs(value);
    if (seconds < 60) {
      return sign + GoFloat.general(Math.abs(value), 4) + "s";
    }
    long minutes = seconds / 60;
    long hours = minutes / 60;
    long days = hours / 24;
    return sign
        + (days > 0 ? days + "d " : "")
        + (hours > 0 ? hours % 24 + "h " : "")
        + minutes % 60
        + "m "
        + seconds % 60
        + "s";
  }

  private static String timestamp(double value) {
    if (!Double.isFinite(value)) {
      return GoFloat.general(value, 4);
    }
    double nanos = value * 1e9;
    if (nanos > Long.MAX_VALUE || nanos < Long.MIN_VALUE) {
      throw new WrongRule(GoFloat.shortest(value) + " seconds are no time");
    }
    Instant time = Instant.ofEpochMilli((long) nanos / 1_000_000);
    int millis = time.getNano() / 1_000_000;
    String fraction = String.format(Locale.ROOT, ".%03d", millis).replaceFirst("\\.?0+$", "");
    return TIME.format(time.atOffset(ZoneOffset.UTC)) + fraction + " +0000 UTC";
  }
}
