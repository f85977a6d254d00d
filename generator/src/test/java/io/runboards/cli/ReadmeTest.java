package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** What the README tells people to type works. */
@Isolated("standard input belongs to the whole process")
class ReadmeTest {
  private static final String PROMPT = "$ ./runboards";

  @TestFactory
  Stream<DynamicTest> everyCommandOfTheReadmeWorks() throws Exception {
    List<String> commands =
        Files.readAllLines(Repository.ROOT.resolve("README.md")).stream()
            .filter(line -> line.startsWith(PROMPT))
            .map(line -> line.substring(PROMPT.length()))
            .toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest(command.strip(), () -> run(command)));
  }

  private static void run(String command) {
    Invocation answer = Invocation.of(CommandCase.split(command).toArray(String[]::new));
    assertThat(answer.err()).isEmpty();
    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out()).isNotBlank();
  }

  @Test
  void theReadmeNamesExactlyTwoCommandsToBeginWith() throws Exception {
    String readme = Files.readString(Repository.ROOT.resolve("README.md"));
    String first = readme.substring(readme.indexOf("```sh\n") + 6);
    assertThat(first.substring(0, first.indexOf("```")).lines())
        .extracting(line -> line.replaceAll(" *#.*", ""))
        .containsExactly("make", "make test");
  }
}
