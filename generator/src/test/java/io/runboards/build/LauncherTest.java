package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/jdk} and {@code ./runboards}, on a machine that has only the JDKs of a test. */
class LauncherTest {
  private static final String NO_JDK =
      "runboards needs a JDK of version 21 or newer and found none:"
          + " install one or set JAVA_HOME.\n";

  private record Ended(String out, String err, int exitCode) {}

  private final Map<String, String> environment = new HashMap<>();
  private Path machine;
  private Path tools;

  @BeforeEach
  void setUpAMachine(@TempDir Path temporary) throws IOException {
    machine = temporary.toRealPath();
    tools = Files.createDirectory(machine.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed")) {
      script(tools.resolve(tool), "exec " + find(tool) + " \"$@\"\n");
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", machine.toString());
    environment.put("RUNBOARDS_JDKS", machine.resolve("jdks") + "/*");
  }

  @Test
  void javaHomeIsTakenEvenIfANewerJdkIsInstalled() throws Exception {
    jdk("jdks/25", "25.0.1");
    Path home = jdk("my own jdk", "21");
    environment.put("JAVA_HOME", home.toString());
    assertThat(findJdk()).isEqualTo(found(home));
  }

  @Test
  void theJdkOfTheseTestsIsGoodEnough() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    environment.put("JAVA_HOME", home.toString());
    assertThat(findJdk()).isEqualTo(found(home));
  }

  @Test
  void insteadOfAJavaHomeThatIsTooOldTheNewestJdkIsTaken() throws Exception {
    environment.put("JAVA_HOME", jdk("old", "17.0.1").toString());
    jdk("jdks/a", "21.0.9");
    Path newest = jdk("jdks/b", "100-ea");
    jdk("jdks/c", "25.0.1");
    assertThat(findJdk()).isEqualTo(found(newest));
  }

  @Test
  void withoutJavaHomeTheNewestJdkIsTaken() throws Exception {
    jdk("jdks/8", "1.8.0_402");
    Path newest = jdk("jdks/21", "21.0.9");
    jdk("jdks/9", "9.0.4");
    assertThat(findJdk()).isEqualTo(found(newest));
  }

  @Test
  void theJdkOfTheJavaOnThePathIsFoundThroughLinks() throws Exception {
    Path home = jdk("elsewhere", "23");
    Path link = Files.createSymbolicLink(machine.resolve("java"), home.resolve("bin/java"));
    Files.createSymbolicLink(tools.resolve("java"), link);
    assertThat(findJdk()).isEqualTo(found(home));
  }

  @Test
  void severalPlacesCanBeSearched() throws Exception {
    Path home = jdk("other/x", "22");
    environment.put("RUNBOARDS_JDKS", machine + "/jdks/* " + machine + "/other/*");
    assertThat(findJdk()).isEqualTo(found(home));
  }

  @Test
  void whatCannotCompileOrDoesNotSayItsVersionIsNoJdk() throws Exception {
    Files.delete(jdk("jdks/runtime", "21").resolve("bin/javac"));
    Files.delete(jdk("jdks/unknown", "21").resolve("release"));
    Files.createDirectories(machine.resolve("jdks/empty"));
    assertThat(findJdk()).isEqualTo(new Ended("", NO_JDK, 1));
  }

  @Test
  void withoutAnyJdkThatIsNewEnoughOneLineSaysWhatToDo() throws Exception {
    assertThat(findJdk()).isEqualTo(new Ended("", NO_JDK, 1));
    environment.put("JAVA_HOME", jdk("old", "17.0.1").toString());
    jdk("jdks/20", "20.0.2");
    assertThat(findJdk()).isEqualTo(new Ended("", NO_JDK, 1));
    assertThat(run(launcher())).isEqualTo(new Ended("", NO_JDK, 1));
  }

  @Test
  void aLauncherThatIsNotBuiltSaysHowToBuildIt() throws Exception {
    jdk("jdks/21", "21");
    Path launcher = launcher();
    Ended expected =
        new Ended(
            "", "runboards is not built yet: run 'make' in " + launcher.getParent() + ".\n", 1);
    assertThat(run(launcher, "--help")).isEqualTo(expected);
    Path link = Files.createSymbolicLink(machine.resolve("link"), launcher);
    assertThat(run(link, "--help")).isEqualTo(expected);
  }

  @Test
  void theProgramGetsTheArgumentsAsTheyAre() throws Exception {
    jdk("jdks/21", "21");
    Path launcher = launcher();
    Files.createDirectories(launcher.resolveSibling("dashboards-src/target/app"));
    Ended ended = run(launcher, "promql", "parse", "a  b", "", "$x '\"\\", "*");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("<io.runboards.dashboards.Main>\n")
        .contains("Main>\n<promql>\n<parse>\n<a  b>\n<>\n<$x '\"\\>\n<*>\n");
    assertThat(ended.exitCode()).isEqualTo(42);
  }

  @Test
  void theProgramRunsInAUtf8Locale() throws Exception {
    jdk("jdks/21", "21");
    Path launcher = launcher();
    Files.createDirectories(launcher.resolveSibling("dashboards-src/target/app"));
    assertThat(run(launcher).out()).endsWith("LC_ALL=C.UTF-8\n");
    environment.put("LC_ALL", "POSIX");
    assertThat(run(launcher).out()).endsWith("LC_ALL=C.UTF-8\n");
    environment.put("LC_ALL", "de_DE.utf8");
    assertThat(run(launcher).out()).endsWith("LC_ALL=de_DE.utf8\n");
  }

  /** A JDK whose java prints its arguments. */
  private Path jdk(String name, String version) throws IOException {
    Path home = machine.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      script(
          home.resolve("bin").resolve(program),
          """
          for argument in "$@"; do printf '<%s>\\n' "$argument"; done
          echo "LC_ALL=${LC_ALL:-}"
          exit 42
          """);
    }
    return home;
  }

  private static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Ended found(Path home) {
    return new Ended(home + "\n", "", 0);
  }

  private Ended findJdk() throws IOException, InterruptedException {
    return run(Repository.ROOT.resolve("scripts/jdk"));
  }

  /** The launcher in a checkout of its own, where nothing is built. */
  private Path launcher() throws IOException {
    Path root = Files.createDirectories(machine.resolve("check out"));
    Files.createDirectories(root.resolve("scripts"));
    for (String file : List.of("runboards", "scripts/jdk")) {
      Files.copy(Repository.ROOT.resolve(file), root.resolve(file));
    }
    return root.resolve("runboards");
  }

  private Ended run(Path program, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    File out = Files.createTempFile(machine, "out", "").toFile();
    File err = Files.createTempFile(machine, "err", "").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(machine.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Ended(text(out), text(err), exitCode);
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  private static Path find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + program + " on the PATH"));
  }
}
