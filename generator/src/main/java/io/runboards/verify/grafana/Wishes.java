package io.runboards.verify.grafana;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody chooses on a dashboard instead of what is chosen at first.
 *
 * @param pick what to choose in variables that nobody named
 * @param named what to choose in those that were named, as {@code var-node=a} in an address does
 * @param filters conditions for a dashboard that lets its readers set some
 */
public record Wishes(Pick pick, List<Wish> named, List<Filter> filters) {
  /** The dashboard as it opens. */
  public static final Wishes NONE = new Wishes(Pick.INITIAL, List.of(), List.of());

  /** What to choose in variables that have a list. */
  public enum Pick {
    /** "All" where that is an option, else the first of the list. */
    INITIAL,
    /** The first of the list. */
    ONE,
    /** The first two of the list where several can be chosen, else the first. */
    SEVERAL
  }

  /**
   * Values for one variable. As in an address, they need not be among those that are offered, and
   * {@code $__all} is "All".
   *
   * @param variable its name
   * @param values the values
   */
  public record Wish(String variable, List<String> values) {
    public Wish {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("nothing is wished for '" + variable + "'");
      }
    }
  }

  public Wishes {
    named = List.copyOf(named);
    filters = List.copyOf(filters);
  }

  public static Wishes pick(Pick pick) {
    return new Wishes(pick, List.of(), List.of());
  }

  /** These values of a variable, too. */
  public Wishes with(String variable, String... values) {
    Wish wish = new Wish(variable, List.of(values));
    return new Wishes(pick, Stream.concat(named.stream(), Stream.of(wish)).toList(), filters);
  }

  public Wishes filtered(Filter... all) {
    return new Wishes(pick, named, List.of(all));
  }

  Optional<List<String>> of(String variable) {
    return named.stream()
        .filter(wish -> wish.variable().equals(variable))
        .reduce((first, last) -> last)
        .map(Wish::values);
  }
}
