package io.runboards.verify.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.emit.docs.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about verify explains every kind of flaw, in the words of the reports. */
class VerifyPageTest {
  private static final Path PAGE = Repository.ROOT.resolve("docs/verify.md");
  private static final String BEGIN = "<!-- flaws: written by 'make golden' from FlawKind -->\n";
  private static final String END = "<!-- end of flaws -->\n";

  @Test
  void theTableOfFlawsIsCurrent() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    String current =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table()
            + page.substring(page.indexOf(END));
    if (Repository.REWRITE) {
      Files.writeString(PAGE, current);
    }
    assertThat(current).as("run 'make golden'").isEqualTo(Files.readString(PAGE));
  }

  private static String table() {
    return Stream.of(FlawKind.values())
        .map(kind ->
            "| `%s` | %s. %s |\n"
                .formatted(kind.id(), Markdown.escape(kind.title()), Markdown.escape(kind.help())))
        .collect(joining("", "\n| Flaw | What it means |\n| --- | --- |\n", "\n"));
  }
}
