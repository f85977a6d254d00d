package io.runboards.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Collects problems; as long as there is none, it costs next to nothing. */
final class Problems {
  private Problems() {}

  /** One problem for each part that is wrong. */
  static <T> List<Problem> where(
      List<T> parts, Predicate<? super T> wrong, Function<? super T, Problem> problem) {
    List<Problem> problems = List.of();
    for (T part : parts) {
      if (wrong.test(part)) {
        problems = growing(problems);
        problems.add(problem.apply(part));
      }
    }
    return problems;
  }

  /** The problems of parts that have one at most. */
  static <T> List<Problem> ofEach(List<T> parts, Function<? super T, Optional<Problem>> problem) {
    List<Problem> problems = List.of();
    for (T part : parts) {
      Optional<Problem> found = problem.apply(part);
      if (found.isPresent()) {
        problems = growing(problems);
        problems.add(found.get());
      }
    }
    return problems;
  }

  /** All problems of all parts. */
  static <T> List<Problem> allOf(List<T> parts, Function<? super T, List<Problem>> problems) {
    List<Problem> all = List.of();
    for (T part : parts) {
      all = both(all, problems.apply(part));
    }
    return all;
  }

  static List<Problem> both(List<Problem> some, List<Problem> others) {
    if (others.isEmpty()) {
      return some;
    }
    List<Problem> all = growing(some);
    all.addAll(others);
    return all;
  }

  private static List<Problem> growing(List<Problem> problems) {
    return problems.isEmpty() ? new ArrayList<>() : problems;
  }
}
