package io.runboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.catalog.ClusterVersion;
import io.runboards.finding.Finding;
import io.runboards.flow.World;
import io.runboards.promql.Expr;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule has a page and samples, and says of each sample just what stands under it.
 *
 * <p>A file of samples has sections that begin with {@code # good}, {@code # bad} or {@code #
 * version 2.17}, which holds for what follows. Under a bad query stand lines of carets, each with
 * the message for the characters above.
 */
class QueryChecksTest {
  private static final Path SAMPLES =
      Repository.ROOT.resolve("generator/src/test/resources/checks");

  /** A query and the lines that stand under it. */
  private record Sample(
      boolean good, String query, List<String> marks, Optional<ClusterVersion> version) {}

  /** What the parser finds, since there is no tree to check. */
  private static final List<String> OF_THE_PARSER = List.of("deprecated-function", "syntax");

  private static List<String> ids() {
    Stream<String> ofTrees = QueryChecks.ALL.stream().map(QueryCheck::id);
    return Stream.concat(OF_THE_PARSER.stream(), ofTrees).toList();
  }

  @TestFactory
  Stream<DynamicTest> everyRuleSaysOfItsSamplesWhatStandsUnderThem() {
    return ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> verify(id)));
  }

  private static void verify(String id) throws Exception {
    List<Sample> samples = samples(SAMPLES.resolve(id + ".txt"));
    assertThat(samples).filteredOn(Sample::good).hasSizeGreaterThanOrEqualTo(2);
    assertThat(samples).filteredOn(sample -> !sample.good).hasSizeGreaterThanOrEqualTo(2);
    for (Sample sample : samples) {
      assertThat(marks(id, sample)).as(sample.query).isEqualTo(sample.marks);
      assertThat(sample.marks.isEmpty()).as(sample.query).isEqualTo(sample.good);
    }
    CheckPages.demand(id);
  }

  @Test
  void noPageAndNoSampleBelongsToNoRule() throws Exception {
    assertThat(QueryChecks.ALL).extracting(QueryCheck::id).isSorted().doesNotHaveDuplicates();
    assertThat(names(SAMPLES)).containsExactlyInAnyOrderElementsOf(ids());
    List<String> pages = new ArrayList<>(ids());
    DashboardChecks.ALL.stream().map(DashboardCheck::id).forEach(pages::add);
    RuleChecks.ALL.stream().map(RuleCheck::id).forEach(pages::add);
    SiteChecks.ALL.stream().map(SiteCheck::id).forEach(pages::add);
    assertThat(names(CheckPages.FOLDER)).containsExactlyInAnyOrderElementsOf(Set.copyOf(pages));
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
          .toList();
    }
  }

  /** What a rule says of a query, as lines of carets with messages. */
  private static List<String> marks(String id, Sample sample) {
    return findings(sample).stream()
        .filter(finding -> finding.id().equals(id))
        .map(QueryChecksTest::mark)
        .toList();
  }

  private static List<Finding> findings(Sample sample) {
    try {
      Expr tree = Promql.parse(sample.query, Syntax.GRAFANA);
      return QueryChecks.check("sample", sample.query, tree, World.standard(), sample.version);
    } catch (ParseException e) {
      return List.of(e.toFinding("sample"));
    }
  }

  private static String mark(Finding finding) {
    int length = Math.max(1, finding.place().end() - finding.place().start());
    String advice = finding.advice().isEmpty() ? "" : ". " + finding.advice();
    return " ".repeat(finding.place().start())
        + "^".repeat(length)
        + " "
        + finding.severity().label()
        + ": "
        + finding.message()
        + advice;
  }

  private static List<Sample> samples(Path file) throws Exception {
    List<Sample> samples = new ArrayList<>();
    boolean good = true;
    Optional<ClusterVersion> version = Optional.empty();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# version ")) {
        version = ClusterVersion.parse(line.substring("# version ".length()));
        assertThat(version).as(line).isPresent();
      } else if (line.equals("# good") || line.equals("# bad")) {
        good = line.equals("# good");
      } else if (line.stripLeading().startsWith("^")) {
        samples.getLast().marks.add(line);
      } else if (!line.isBlank()) {
        samples.add(new Sample(good, line, new ArrayList<>(), version));
      }
    }
    return samples;
  }
}
