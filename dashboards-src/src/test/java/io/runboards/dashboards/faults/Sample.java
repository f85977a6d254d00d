package io.runboards.dashboards.faults;

import io.runboards.check.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some of all possible faults: of each mistake as many as of any other, wherever it can be made.
 */
final class Sample {
  private Sample() {}

  /**
   * Takes a sample, which is the same for the same seed.
   *
   * @param size how many faults; fewer only if there are no more
   */
  static List<Fault> of(Written written, int size, long seed) {
    Workspace workspace = written.workspace();
    List<Iterator<Fault>> piles =
        Stream.of(Slip.values()).map(slip -> shuffled(slip, written, workspace, seed)).toList();
    List<Fault> sample = new ArrayList<>();
    while (sample.size() < size && piles.stream().anyMatch(Iterator::hasNext)) {
      piles.stream()
          .filter(Iterator::hasNext)
          .limit(size - sample.size())
          .forEach(pile -> sample.add(pile.next()));
    }
    return sample;
  }

  private static Iterator<Fault> shuffled(
      Slip slip, Written written, Workspace workspace, long seed) {
    List<Supplier<Optional<Fault>>> all =
        slip.in(written, workspace).collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(all, new Random(seed + slip.ordinal()));
    Set<List<Object>> taken = new HashSet<>();
    return all.stream()
        .flatMap(fault -> fault.get().stream())
        .filter(fault -> taken.add(List.of(fault.where(), fault.lines())))
        .iterator();
  }
}
