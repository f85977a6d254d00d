package io.runboards.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.flow.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody makes a mistake in a right query, and the checks find it nearly always. */
class MutantsTest {
  private static final Path SURVIVORS = Path.of("src/test/resources/mutants/survivors.txt");
  private static final int SIZE = 1000;
  private static final int FOUND = 950;

  private static List<Mutant> mutants;
  private static List<Mutant> survivors;

  @BeforeAll
  static void makeMistakes() throws Exception {
    List<Original> originals = Original.all();
    World world = RecordedMetrics.world(originals);
    Examiner examiner = new Examiner(world);
    mutants = Mutants.sample(SIZE, originals, world);
    survivors = mutants.stream().filter(mutant -> !examiner.finds(mutant)).toList();
  }

  @Test
  void aThousandMutantsHaveEveryMistakeOfMany() {
    assertThat(mutants).hasSize(SIZE).extracting(Mutant::text).doesNotHaveDuplicates();
    assertThat(Mistake.values()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(Mistake.values()).allMatch(mistake -> of(mistake, mutants).size() >= 5);
  }

  @Test
  void nineteenOfTwentyMutantsAreFound() {
    assertThat(SIZE - survivors.size()).isGreaterThanOrEqualTo(FOUND);
  }

  @Test
  void theSurvivorsAreThoseOfTheFile() throws Exception {
    String report = report();
    if (Repository.REWRITE) {
      Files.writeString(SURVIVORS, report);
    } else {
      assertThat(report).isEqualTo(Files.readString(SURVIVORS));
    }
  }

  private static List<Mutant> of(Mistake mistake, List<Mutant> some) {
    return some.stream().filter(mutant -> mutant.mistake() == mistake).toList();
  }

  private static String report() {
    List<String> lines = new ArrayList<>();
    lines.add("# Mutants of right queries that no check finds; 'make golden' rewrites this file.");
    lines.add("");
    lines.add("%d of %d are found".formatted(SIZE - survivors.size(), SIZE));
    for (Mistake mistake : Mistake.values()) {
      List<Mutant> all = of(mistake, mutants);
      List<Mutant> some = of(mistake, survivors);
      lines.add("%4d of %d with %s".formatted(all.size() - some.size(), all.size(), mistake));
    }
    Stream<String> pairs = Stream.of(Mistake.values()).flatMap(MutantsTest::pairs);
    return Stream.concat(lines.stream(), pairs).collect(joining("\n", "", "\n"));
  }

  /** What survives of a mistake, each under its original. */
  private static Stream<String> pairs(Mistake mistake) {
    return of(mistake, survivors).stream()
        .map(mutant ->
            "\n# %s\n- %s\n+ %s".formatted(mistake, mutant.original().tree(), mutant.text()))
        .sorted();
  }
}
