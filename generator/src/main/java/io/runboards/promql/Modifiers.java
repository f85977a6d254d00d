package io.runboards.promql;

/**
 * What follows a selector or a subquery and moves it in time.
 *
 * @param at the moment after {@code @}
 * @param offset the length after {@code offset}; {@link Period#ZERO} if there is none
 * @param extension how a range treats its edges
 */
public record Modifiers(At at, Period offset, Extension extension) {

  /** Whether a range looks for samples beyond its edges. */
  public enum Extension {
    NONE(""),
    ANCHORED(" anchored"),
    SMOOTHED(" smoothed");

    private final String suffix;

    Extension(String suffix) {
      this.suffix = suffix;
    }

    String suffix() {
      return suffix;
    }
  }

  /** A moment that does not follow the query's time. */
  public sealed interface At {
    /** The query's time, as everywhere without {@code @}. */
    record Now() implements At {}

    /** A fixed moment, in milliseconds since 1970. */
    record Time(long millis) implements At {}

    /** The first moment of the query's range. */
    record Start() implements At {}

    /** The last moment of the query's range. */
    record End() implements At {}

    /** The moment that a dashboard variable holds. */
    record Chosen(Text variable) implements At {}
  }

  public static final Modifiers NONE = new Modifiers(new At.Now(), Period.ZERO, Extension.NONE);

  public boolean hasAt() {
    return !(at instanceof At.Now);
  }

  public boolean hasOffset() {
    return !offset.equals(Period.ZERO);
  }

  public Modifiers at(At moment) {
    return new Modifiers(moment, offset, extension);
  }

  public Modifiers offset(Period length) {
    return new Modifiers(at, length, extension);
  }

  public Modifiers extended(Extension kind) {
    return new Modifiers(at, offset, kind);
  }
}
