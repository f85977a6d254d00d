package io.runboards.standin;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Decides which requests go wrong.
 *
 * <p>The decision depends on the seed, on what is asked and on how often that was asked, but not on
 * the order in which different things are asked: a seed does the same with any number of threads.
 */
public final class Faults {
  private final int first;
  private final long seed;
  private final double share;
  private final List<Fault> which;
  private final Predicate<String> concerned;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  private Faults(
      long seed, double share, List<Fault> which, int first, Predicate<String> concerned) {
    this.first = first;
    this.concerned = concerned;
    this.seed = seed;
    this.share = share;
    this.which = List.copyOf(which);
  }

  public static Faults none() {
    return new Faults(0, 0, List.of(new Fault.None()), 0, what -> true);
  }

  /** Every request goes wrong. */
  public static Faults always(Fault fault) {
    return new Faults(0, 1, List.of(fault), 0, what -> true);
  }

  /** Everything goes wrong when it is asked for the first time. */
  public static Faults once(Fault fault) {
    return new Faults(0, 0, List.of(fault), 1, what -> true);
  }

  /** Requests that hold a text go wrong when they are asked for the first time. */
  public static Faults onceWhere(String text, Fault fault) {
    return new Faults(0, 0, List.of(fault), 1, what -> what.contains(text));
  }

  /** A share of the requests goes wrong, in one of some ways. */
  public static Faults random(long seed, double share, List<Fault> which) {
    return new Faults(seed, share, which, 0, what -> true);
  }

  Fault next(String what) {
    if (!concerned.test(what)) {
      return new Fault.None();
    }
    int nth = asked.merge(what, 1, Integer::sum);
    SplittableRandom random = new SplittableRandom(seed * 31 + what.hashCode() * 1_000_003L + nth);
    return nth <= first || random.nextDouble() < share
        ? which.get(random.nextInt(which.size()))
        : new Fault.None();
  }
}
