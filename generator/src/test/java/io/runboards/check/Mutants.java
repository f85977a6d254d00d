package io.runboards.check;

import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Makes mistakes in right queries, always the same ones for the same seed. */
final class Mutants {
  private static final long SEED = 217;

  private final List<Subject> subjects = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Random random = new Random(SEED);

  private Mutants(List<Original> originals, World world) {
    for (Original original : originals) {
      Subject subject = Subject.of(original, world);
      if (taken.add(subject.tree().toString())) {
        subjects.add(subject);
      }
    }
  }

  /** Some mutants: of each mistake as many as of any other, as long as there are any left. */
  static List<Mutant> sample(int size, List<Original> originals, World world) {
    Mutants mutants = new Mutants(originals, world);
    List<Deque<Mutant>> piles = Stream.of(Mistake.values()).map(mutants::shuffled).toList();
    List<Mutant> sample = new ArrayList<>();
    while (sample.size() < size && piles.stream().anyMatch(pile -> !pile.isEmpty())) {
      piles.stream()
          .filter(pile -> !pile.isEmpty())
          .limit(size - sample.size())
          .forEach(pile -> sample.add(pile.pop()));
    }
    return sample;
  }

  /** All mutants of a mistake that differ from every original and every mutant so far. */
  private Deque<Mutant> shuffled(Mistake mistake) {
    List<Mutant> mutants = new ArrayList<>();
    for (Subject subject : subjects) {
      mistake
          .in(subject)
          .flatMap(Mutants::text)
          .filter(taken::add)
          .map(text -> new Mutant(mistake, subject.original(), text))
          .forEach(mutants::add);
    }
    Collections.shuffle(mutants, random);
    return new ArrayDeque<>(mutants);
  }

  /** The query; none if it is no PromQL, since that would be too easy to find. */
  private static Stream<String> text(Expr mutant) {
    try {
      return Stream.of(Promql.parse(mutant.toString(), Syntax.GRAFANA).toString());
    } catch (ParseException e) {
      return Stream.empty();
    }
  }
}
