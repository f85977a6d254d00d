package io.runboards.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.finding.Excerpt;
import io.runboards.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Bad input and the exact message with its carets.
 *
 * <p>The file holds queries, each between lines of dashes and followed by what is said of it.
 */
class SyntaxErrorsTest {
  private static final Path CASES = Path.of("src/test/resources/promql/syntax-errors.txt");
  private static final String END = "\n----\n";

  @Test
  void everyMessageSaysWhatWasFoundWhatWasExpectedAndWhere() throws Exception {
    String recorded = Files.readString(CASES);
    StringBuilder actual = new StringBuilder();
    int cases = 0;
    for (String block : recorded.split(END)) {
      String query = block.split("\nquery:")[0];
      actual.append(query).append("\nquery:").append(messageOf(query)).append(END);
      cases++;
    }
    if (Repository.REWRITE) {
      Files.writeString(CASES, actual);
      return;
    }
    assertThat(recorded).isEqualTo(actual.toString());
    assertThat(cases).isGreaterThanOrEqualTo(70);
  }

  private static String messageOf(String query) {
    Syntax syntax = query.contains("$") ? Syntax.GRAFANA : Syntax.PROMETHEUS;
    Optional<Finding> finding = finding(query, syntax);
    assertThat(finding).as("%s is fine", query).isPresent();
    Finding error = finding.get();
    return error.place().line()
        + ":"
        + error.place().column()
        + ": "
        + error.message()
        + "\n"
        + Excerpt.of(query, error.place());
  }

  private static Optional<Finding> finding(String query, Syntax syntax) {
    try {
      Promql.parse(query, syntax);
      return Optional.empty();
    } catch (ParseException e) {
      return Optional.of(e.toFinding("query"));
    }
  }
}
