package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.build.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the page about installing tells people to type works, in its order. */
@Isolated("standard input belongs to the whole process")
class InstallPageTest {
  private static final String PROMPT = "$ ";
  private static final String RUNBOARDS = "./runboards ";

  @TempDir private static Path folder;

  @BeforeAll
  static void beginWithTheSitesThatAreShipped() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("provisioning/sites"));
    try (Stream<Path> shipped = Files.list(Repository.ROOT.resolve("provisioning/sites"))) {
      for (Path site : shipped.toList()) {
        Files.copy(site, sites.resolve(site.getFileName()));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandWorks() throws IOException {
    List<String> commands =
        Files.readAllLines(Repository.ROOT.resolve("docs/install.md")).stream()
            .filter(line -> line.startsWith(PROMPT))
            .map(line -> line.substring(PROMPT.length()))
            .toList();
    assertThat(commands).hasSizeGreaterThan(8);
    return commands.stream().map(it -> DynamicTest.dynamicTest(it, () -> run(it)));
  }

  private static void run(String command) {
    if (command.startsWith(RUNBOARDS)) {
      String[] words =
          CommandCase.split(command.substring(RUNBOARDS.length())).toArray(String[]::new);
      Invocation answer = Invocation.with(SampleWorkspace.at(folder), new byte[0], words);
      assertThat(answer.err()).isEmpty();
      assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
      return;
    }
    External.run(folder, Path.of("/bin/sh"), "", "-c", found(command));
  }

  /** The command with the path of its program. */
  private static String found(String command) {
    String program = command.substring(0, command.indexOf(' '));
    return switch (program) {
      case "promtool", "amtool" ->
          command.replaceFirst(program, External.server(program).toString());
      case "docker" -> command.contains(" config ") && hasCompose() ? command : notHere(command);
      case "helm" -> notHere(command);
      default -> command;
    };
  }

  /** Starting containers and changing clusters is for people. */
  private static String notHere(String command) {
    return External.notRun(command);
  }

  private static boolean hasCompose() {
    try {
      External.run(folder, Path.of("/bin/sh"), "", "-c", "docker compose version");
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }
}
