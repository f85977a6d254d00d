package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.promql.Reference.Answer;
import io.runboards.promql.Reference.Verdict;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our parser and Prometheus' own say the same of every expression. */
class ReferenceTest {
  private static final int FEWEST = 2400;

  static List<Syntax> syntaxes() {
    return List.of(Syntax.PROMETHEUS, Syntax.PROMETHEUS.withAllFeatures());
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void everyExpressionOfPrometheusTestsGetsItsVerdict(Syntax syntax) {
    List<Answer> answers = Reference.recorded();
    assertThat(answers).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(answers.stream().filter(answer -> answer.of(syntax).ok())).hasSizeGreaterThan(2000);
    assertThat(differences(answers, syntax)).isEmpty();
  }

  @Test
  void theRecordedVerdictsAreThoseOfPrometheus() throws Exception {
    String vectors = Reference.vectors();
    if (Repository.REWRITE) {
      Files.writeString(Reference.VECTORS, vectors);
    }
    assertThat(vectors.lines()).containsExactlyElementsOf(Files.readAllLines(Reference.VECTORS));
  }

  @Test
  void mutatedExpressionsGetTheSameVerdict() throws Exception {
    compareMutants(1, 20_000);
  }

  @Test
  @Tag("long")
  void aMillionMutatedExpressionsGetTheSameVerdict() throws Exception {
    for (int round = 0; round < 50; round++) {
      compareMutants(1000 + round, 20_000);
    }
  }

  private static void compareMutants(long seed, int count) throws Exception {
    List<Answer> answers = Reference.verdicts(new Mutator(seed).expressions(count));
    assertThat(answers).hasSize(count);
    for (Syntax syntax : syntaxes()) {
      assertThat(differences(answers, syntax)).as("mutants of seed %d", seed).isEmpty();
    }
  }

  private static List<String> differences(List<Answer> answers, Syntax syntax) {
    List<String> differences = new ArrayList<>();
    for (Answer answer : answers) {
      Verdict wanted = answer.of(syntax);
      Verdict ours = Reference.ours(answer.expr(), syntax);
      boolean same = ours.equals(wanted) || differOnlyInIndentation(wanted, ours);
      if (!same) {
        differences.add(answer.expr() + "\n  Prometheus: " + wanted + "\n  runboards:  " + ours);
      }
    }
    return differences;
  }

  /** Prometheus forgets to indent a subquery that fits on a line; we do not. */
  private static boolean differOnlyInIndentation(Verdict wanted, Verdict ours) {
    return wanted.pretty() != null
        && ours.pretty() != null
        && hasSubquery(Promql.parse(ours.printed(), Syntax.PROMETHEUS.withAllFeatures()))
        && wanted.printed().equals(ours.printed())
        && wanted.type().equals(ours.type())
        && wanted.pretty().indent(-200).equals(ours.pretty().indent(-200));
  }

  private static boolean hasSubquery(Expr expr) {
    return expr instanceof Expr.Subquery
        || expr.children().stream().anyMatch(ReferenceTest::hasSubquery);
  }

  @Test
  void everyCharacterPrintsAsInPrometheusWhateverTheJava() throws Exception {
    List<String> strings = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
      boolean inStrings =
          point != '\n' && point != '\\' && point != '`' && point != 0xFFFD && !isSurrogate(point);
      if (inStrings) {
        block.appendCodePoint(point);
      }
      if (block.length() > 500 || point == Character.MAX_CODE_POINT) {
        strings.add("`" + block + "`");
        block.setLength(0);
      }
    }
    assertThat(differences(Reference.verdicts(strings), Syntax.PROMETHEUS)).isEmpty();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  @Test
  void classesOfCharactersAreThoseOfPrometheusWhateverTheJava() throws Exception {
    List<String> names = new ArrayList<>(UnicodeTables.SCRIPTS);
    names.addAll(List.of("L", "Lu", "LC", "Cn", "Any", "Xx", "Todhri", "Unknown", "Grek", "Zyyy"));
    UnicodeTables.SCRIPTS.forEach(name -> names.add(name.toUpperCase(Locale.ROOT)));
    UnicodeTables.SCRIPTS.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    List<String> queries = names.stream().map(name -> "x{a=~\"\\\\p{" + name + "}\"}").toList();
    assertThat(differences(Reference.verdicts(queries), Syntax.PROMETHEUS)).isEmpty();
  }
}
