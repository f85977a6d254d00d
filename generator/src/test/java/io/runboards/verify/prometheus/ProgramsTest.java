package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Prometheus is run: the nearest one that somebody named, built or installed. */
class ProgramsTest {
  @TempDir private Path folder;

  private Path program(String name) throws IOException {
    return script(name, "exit 0\n");
  }

  private Path script(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
    return path;
  }

  private Programs programs(Map<String, String> environment) {
    return new Programs(name -> Optional.ofNullable(environment.get(name)), folder);
  }

  private Map<String, String> path() {
    return Map.of("PATH", ":%s:%s".formatted(folder.resolve("nowhere"), folder.resolve("bin")));
  }

  @Test
  void theOneThatIsNamedComesFirst() throws Exception {
    Path named = program("named");
    Path variable = program("variable");
    Map<String, String> environment = Map.of("PROMETHEUS", variable.toString());
    assertThat(programs(environment).prometheus(Optional.of(named))).isEqualTo(named);
    assertThat(programs(environment).prometheus(Optional.empty())).isEqualTo(variable);
  }

  @Test
  void theOneOfTheTestBedComesBeforeAnInstalledOne() throws Exception {
    Path installed = program("bin/prometheus");
    assertThat(programs(path()).prometheus(Optional.empty())).isEqualTo(installed);
    Path built = program("built/prometheus");
    script(
        "testbed/servers/build",
        "[ \"$*\" = --where ] && echo '%s'\n".formatted(built.getParent()));
    assertThat(programs(path()).prometheus(Optional.empty())).isEqualTo(built);
  }

  @Test
  void aTestBedThatIsNotBuiltDoesNotCount() throws Exception {
    Path installed = program("bin/prometheus");
    script("testbed/servers/build", "echo not built >&2; exit 69\n");
    assertThat(programs(path()).prometheus(Optional.empty())).isEqualTo(installed);
    script("testbed/servers/build", "echo '%s'\n".formatted(folder.resolve("nowhere")));
    assertThat(programs(path()).prometheus(Optional.empty())).isEqualTo(installed);
  }

  @Test
  void whatIsNamedMustBeAProgram() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "notes");
    assertThatThrownBy(() -> programs(path()).prometheus(Optional.of(text)))
        .isInstanceOf(NotStarted.class)
        .hasMessage("%s is no program that can be run", text);
    Map<String, String> url = Map.of("PROMETHEUS", "http://localhost:9090");
    assertThatThrownBy(() -> programs(url).prometheus(Optional.empty()))
        .isInstanceOf(NotStarted.class)
        .hasMessage("PROMETHEUS names http:/localhost:9090, which is no program that can be run");
  }

  @Test
  void whereThereIsNoneItIsSaidHowToGetOne() throws Exception {
    Files.createDirectories(folder.resolve("bin/prometheus"));
    assertThatThrownBy(() -> programs(path()).prometheus(Optional.empty()))
        .isInstanceOf(NotStarted.class)
        .hasMessage(
            "there is no Prometheus here: run 'make testbed', install one, or set PROMETHEUS");
  }
}
