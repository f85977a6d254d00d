package io.runboards.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds those that have a name which another one before them has. */
final class First {
  private First() {}

  /** A problem for each that shares its key with an earlier one: it and the first such. */
  static <T> Stream<RuleProblem> andAgain(
      Stream<T> all, Function<T, Object> key, BiFunction<T, T, RuleProblem> problem) {
    Map<Object, T> firsts = new HashMap<>();
    return all.flatMap(one -> {
      T first = firsts.putIfAbsent(key.apply(one), one);
      return first == null ? Stream.empty() : Stream.of(problem.apply(one, first));
    });
  }
}
