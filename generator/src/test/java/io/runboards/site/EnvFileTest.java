package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          V=a b |a b
            export V = a=b|a=b
          V=|
          V=# none|
          V=a#b # c|a#b
          V='a # "b" $c \\n' # d|a # "b" $c \\n
          V="a # 'b' \\"c\\" \\\\ d" # e|a # 'b' "c" \\ d
          V=""|
          V=5$|5$
          """)
  void valuesAreReadAsComposeDoes(String line, String value) {
    EnvFile file = EnvFile.parse(".env", "# a comment\n\nA=1\n" + line + "\nB=2");
    assertThat(file.findings()).isEmpty();
    assertThat(file.value("V")).hasValue(value == null ? "" : value);
    assertThat(file.value("A")).hasValue("1");
    assertThat(file.value("B")).hasValue("2");
    assertThat(file.value("C")).isEmpty();
  }

  @Test
  void windowsWritesOtherEndsOfLinesAndAMarkAtTheBeginning() {
    EnvFile file = EnvFile.parse(".env", "\ufeffA=1\r\n  # x\r\nB=\"2\\n3\"\r\n");
    assertThat(file.findings()).isEmpty();
    assertThat(file.value("A")).hasValue("1");
    assertThat(file.value("B")).hasValue("2\n3");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlaceAndWithoutTheValue() {
    EnvFile file =
        EnvFile.parse(
            ".env",
            """
            A=1
            canary
            1A=canary
            B='canary
            C="canary
            D=canary${A}
            E="canary$A"
            A=canary
            F='it's canary'
            """);
    assertThat(file.findings())
        .extracting(Finding::toString)
        .containsExactly(
            ".env:2:1: error: this is neither NAME=value nor a comment",
            ".env:3:1: error: this is neither NAME=value nor a comment",
            ".env:4:3: error: this quote is not closed at the end of the line",
            ".env:5:3: error: this quote is not closed at the end of the line",
            ".env:6:3: error: Docker Compose would put in a variable behind this $."
                + " Write the value in single quotes",
            ".env:7:3: error: Docker Compose would put in a variable behind this $."
                + " Write the value in single quotes",
            ".env:8:1: error: 'A' is there twice: first on line 1. Keep one of them",
            ".env:9:3: error: this quote is not closed at the end of the line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only\n", "   "})
  void aFileMayBeEmpty(String text) {
    assertThat(EnvFile.parse(".env", text).findings()).isEqualTo(List.of());
  }
}
