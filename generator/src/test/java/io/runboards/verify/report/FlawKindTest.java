package io.runboards.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of flaw is explained. */
class FlawKindTest {
  private static final Pattern FLAW =
      Pattern.compile("Flaw\\s*\\.\\s*(?:error|warning|info)\\(\\s*\"([^\"]+)\"");

  @Test
  void whatTheProgramFindsIsExplainedAndNothingElse() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    Path sources = Repository.ROOT.resolve("generator/src/main/java/io/runboards/verify");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FLAW.matcher(Files.readString(file)).results().forEach(it -> found.add(it.group(1)));
      }
    }
    assertThat(Stream.of(FlawKind.values()).map(FlawKind::id))
        .hasSizeGreaterThan(15)
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void aKindIsFoundByItsId() {
    assertThat(FlawKind.of("out-of-range")).contains(FlawKind.OUT_OF_RANGE);
    assertThat(FlawKind.of("nothing-known")).isEmpty();
  }
}
