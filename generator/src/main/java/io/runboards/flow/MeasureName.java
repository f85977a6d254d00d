package io.runboards.flow;

import io.runboards.catalog.Unit;
import io.runboards.flow.Base.Multiple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a measure is called: "bytes per second", "GPUs × minutes". */
final class MeasureName {
  private static final List<Multiple> ENERGIES =
      List.of(
          new Multiple(1, "joules", "joule"),
          new Multiple(1e3, "kilojoules", "kilojoule"),
          new Multiple(3600, "watt-hours", "watt-hour"),
          new Multiple(3.6e6, "kilowatt-hours", "kilowatt-hour"));

  private MeasureName() {}

  static String of(Measure measure) {
    return settled(measure)
        .orElseGet(() -> base(measure) + " in units of " + number(measure.scale()));
  }

  /** The name, unless the scale is that of no known unit. */
  static Optional<String> settled(Measure measure) {
    return measure.unit().map(Unit::label).or(() -> energy(measure)).or(() -> product(measure));
  }

  private static Optional<String> energy(Measure measure) {
    return measure.exponents().equals(Map.of(Base.POWER, 1, Base.TIME, 1))
        ? ENERGIES.stream()
            .filter(unit -> Measure.equal(unit.size(), measure.scale()))
            .map(Multiple::plural)
            .findFirst()
        : Optional.empty();
  }

  /** A name in which at most one part is a multiple that explains the scale. */
  private static Optional<String> product(Measure measure) {
    Map<Base, Integer> exponents = measure.exponents();
    if (exponents.isEmpty()) {
      return Optional.empty();
    }
    Map<Base, Multiple> parts = ones(exponents);
    if (Measure.equal(measure.scale(), 1)) {
      return Optional.of(text(exponents, parts));
    }
    List<Base> tangible =
        exponents.keySet().stream()
            .sorted(Comparator.comparing((Base base) -> exponents.get(base) < 0))
            .toList();
    for (Base base : tangible) {
      for (Multiple multiple : base.multiples()) {
        if (Measure.equal(Math.pow(multiple.size(), exponents.get(base)), measure.scale())) {
          parts.put(base, multiple);
          return Optional.of(text(exponents, parts));
        }
      }
    }
    return Optional.empty();
  }

  private static String base(Measure measure) {
    return measure.isShare()
        ? Unit.RATIO.label()
        : text(measure.exponents(), ones(measure.exponents()));
  }

  private static Map<Base, Multiple> ones(Map<Base, Integer> exponents) {
    Map<Base, Multiple> parts = new EnumMap<>(Base.class);
    exponents.keySet().forEach(base -> parts.put(base, base.one()));
    return parts;
  }

  private static String text(Map<Base, Integer> exponents, Map<Base, Multiple> parts) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    exponents.forEach((base, power) -> {
      if (power > 0) {
        above.add(parts.get(base).plural() + superscript(power));
      } else {
        below.add("per " + parts.get(base).singular() + superscript(-power));
      }
    });
    String product = String.join(" × ", above);
    String divisors = String.join(" ", below.reversed());
    return (product + " " + divisors).strip();
  }

  private static String superscript(int power) {
    return switch (power) {
      case 1 -> "";
      case 2 -> "²";
      case 3 -> "³";
      default -> "^" + power;
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value).replace(".0E", "e").replace("E", "e");
  }
}
