package io.runboards.flow;

import io.runboards.catalog.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What values measure and in steps of what size: bytes, GPUs × hours, a share in percent.
 *
 * @param exponents the power of each thing that is measured; empty for a share of something
 * @param scale how much of the base units a value of 1 stands for: 1048576 for MiB; not a number if
 *     that is not settled
 */
public record Measure(Map<Base, Integer> exponents, double scale) {
  private static final double TOLERANCE = 1e-9;

  static final Measure SHARE = new Measure(Map.of(), 1);
  static final Measure COUNT = of(Base.NUMBER);
  static final Measure TIME = of(Base.TIME);

  private static final Map<Unit, Measure> OF_UNITS =
      Arrays.stream(Unit.values())
          .collect(
              Collectors.toMap(
                  unit -> unit, Measure::made, (a, b) -> a, () -> new EnumMap<>(Unit.class)));

  public Measure {
    Map<Base, Integer> powers = new EnumMap<>(Base.class);
    exponents.forEach((base, power) -> {
      if (power != 0) {
        powers.put(base, power);
      }
    });
    exponents = Collections.unmodifiableMap(powers);
  }

  private static Measure of(Base base) {
    return new Measure(Map.of(base, 1), 1);
  }

  /** What a unit of the catalog measures. */
  static Measure of(Unit unit) {
    return OF_UNITS.get(unit);
  }

  private static Measure made(Unit unit) {
    Map<Base, Integer> exponents =
        switch (unit.dimension()) {
          case FRACTION, NONE -> Map.of();
          case INFORMATION -> Map.of(Base.INFORMATION, 1);
          case INFORMATION_RATE -> Map.of(Base.INFORMATION, 1, Base.TIME, -1);
          case PROCESSOR -> Map.of(Base.PROCESSOR, 1);
          case GPU -> Map.of(Base.GPU, 1);
          case GPU_TIME -> Map.of(Base.GPU, 1, Base.TIME, 1);
          case TIME, INSTANT -> Map.of(Base.TIME, 1);
          case POWER -> Map.of(Base.POWER, 1);
          case ENERGY -> Map.of(Base.POWER, 1, Base.TIME, 1);
          case TEMPERATURE -> Map.of(Base.TEMPERATURE, 1);
          case FREQUENCY -> Map.of(Base.FREQUENCY, 1);
          case EVENT_RATE -> Map.of(Base.REQUESTS, 1, Base.TIME, -1);
          case MONEY -> Map.of(Base.MONEY, 1);
          case NUMBER ->
              switch (unit) {
                case TOKENS -> Map.of(Base.TOKENS, 1);
                case SERIES -> Map.of(Base.SERIES, 1);
                default -> Map.of(Base.NUMBER, 1);
              };
        };
    return new Measure(exponents, unit.size());
  }

  /** The unit of the catalog that measures the same in the same steps. */
  public Optional<Unit> unit() {
    for (Map.Entry<Unit, Measure> of : OF_UNITS.entrySet()) {
      if (isQuantity(of.getKey()) && of.getValue().sameAs(this)) {
        return Optional.of(of.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean isQuantity(Unit unit) {
    return switch (unit) {
      case BOOLEAN, CODE, INFO, BY_LABEL, UNKNOWN, UNIX_SECONDS -> false;
      default -> true;
    };
  }

  /** Whether the steps have the size of a unit that people use. */
  public boolean isSettled() {
    return Double.isFinite(scale) && MeasureName.settled(this).isPresent();
  }

  boolean isShare() {
    return exponents.isEmpty();
  }

  /** Whether it measures the same, perhaps in other steps. */
  boolean convertsTo(Measure other) {
    return exponents.equals(other.exponents);
  }

  boolean sameAs(Measure other) {
    return hasStepsOf(other) && convertsTo(other);
  }

  boolean hasStepsOf(Measure other) {
    return equal(scale, other.scale);
  }

  static boolean equal(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))
        || Double.compare(a, b) == 0;
  }

  /**
   * The steps in which values that were multiplied by {@code factor} measure the same as before.
   */
  Optional<Measure> rescaled(double factor) {
    double size = Math.abs(factor);
    if (size == 1 || size == 0) {
      return Optional.of(this);
    }
    return Double.isFinite(size) ? known(exponents, scale / size) : Optional.empty();
  }

  Optional<Measure> times(Measure other) {
    return combined(other, 1);
  }

  Optional<Measure> over(Measure other) {
    return combined(other, -1);
  }

  Optional<Measure> perSecond() {
    return over(TIME);
  }

  private Optional<Measure> combined(Measure other, int sign) {
    Map<Base, Integer> sum = new EnumMap<>(Base.class);
    sum.putAll(exponents);
    other.exponents.forEach((base, power) -> sum.merge(base, sign * power, Integer::sum));
    sum.values().removeIf(power -> power == 0);
    return isAmbiguous(sum)
        ? Optional.empty()
        : known(dropNumber(sum), scale * Math.pow(other.scale, sign));
  }

  Optional<Measure> toThe(int power) {
    Map<Base, Integer> powers = new EnumMap<>(Base.class);
    exponents.forEach((base, exponent) -> powers.put(base, exponent * power));
    return known(powers, Math.pow(scale, power));
  }

  Optional<Measure> squareRoot() {
    Map<Base, Integer> halves = new EnumMap<>(Base.class);
    exponents.forEach((base, exponent) -> halves.put(base, exponent / 2));
    return exponents.values().stream().allMatch(exponent -> exponent % 2 == 0)
        ? known(halves, Math.sqrt(scale))
        : Optional.empty();
  }

  private static Optional<Measure> known(Map<Base, Integer> exponents, double scale) {
    return Double.isFinite(scale) && scale > 0
        ? Optional.of(new Measure(exponents, scale))
        : Optional.empty();
  }

  /** GPUs divided by a number of something may be GPUs each, or a share of GPUs. */
  private static boolean isAmbiguous(Map<Base, Integer> powers) {
    return powers.size() == 2
        && powers.containsKey(Base.NUMBER)
        && powers.keySet().stream().allMatch(Base::isCounted)
        && powers.values().containsAll(Set.of(1, -1))
        && (powers.get(Base.NUMBER) == 1
            || powers.containsKey(Base.GPU)
            || powers.containsKey(Base.PROCESSOR));
  }

  /** Bytes of one thing or of ten are bytes. */
  private static Map<Base, Integer> dropNumber(Map<Base, Integer> powers) {
    boolean ofSomething =
        powers.entrySet().stream()
            .anyMatch(power -> power.getKey() != Base.NUMBER && power.getValue() > 0);
    if (ofSomething) {
      powers.remove(Base.NUMBER);
    }
    return powers;
  }

  /** Whether one of them counts any things and the other certain ones. */
  boolean mayCountTheSameAs(Measure other) {
    Map<Base, Integer> mine = counted();
    boolean alike = mine.equals(other.counted());
    return alike && (mine.equals(exponents) || mine.equals(other.exponents));
  }

  private Map<Base, Integer> counted() {
    Map<Base, Integer> powers = new EnumMap<>(Base.class);
    exponents.forEach(
        (base, power) -> powers.merge(base.isCounted() ? Base.NUMBER : base, power, Integer::sum));
    return powers;
  }

  @Override
  public String toString() {
    return MeasureName.of(this);
  }
}
