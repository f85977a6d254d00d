package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.servers.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the command verify ends in the middle, nothing of it stays behind. */
class VerifyKilledTest {
  private static final Path PROGRAM = External.server("prometheus");
  private static final Pattern PORT =
      Pattern.compile("web\\.listen-address=127\\.0\\.0\\.1:(\\d+)");
  private static final int PROMISED_SECONDS = 5;

  @TempDir private Path project;
  @TempDir private Path temporary;

  @BeforeEach
  void writeTheSite() throws IOException {
    Path sites = Files.createDirectories(project.resolve("provisioning/sites"));
    Files.writeString(sites.resolve("example.yaml"), "name: example\n");
  }

  /**
   * A run of the command, as this process sees it.
   *
   * @param process the process
   * @param children what it started
   * @param port where its Prometheus answers
   */
  private record Run(Process process, List<ProcessHandle> children, int port) {
    void isGone() {
      Eventually.within(
          PROMISED_SECONDS,
          () -> {
            assertThat(process.isAlive()).isFalse();
            assertThat(children).noneMatch(Run::runs);
            assertThat(answers()).isFalse();
          });
    }

    private boolean answers() {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      } catch (IOException e) {
        return false;
      }
    }

    /** A process that has ended, but whose end nobody has noticed yet, does not run. */
    private static boolean runs(ProcessHandle process) {
      try {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
      } catch (IOException e) {
        return process.isAlive() && !Files.exists(Path.of("/proc/self"));
      }
    }
  }

  private Path errors() {
    return project.resolve("errors.txt");
  }

  /** Starts the command and waits until it is in the middle. */
  private Run start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                VerifyProcess.class.getName(),
                "verify",
                "--program",
                PROGRAM.toString(),
                "--html",
                "target/verify.html")
            .directory(project.toFile())
            .redirectOutput(project.resolve("output.txt").toFile())
            .redirectError(errors().toFile())
            .start();
    try {
      Eventually.within(60, () -> assertThat(text(errors())).contains("loading a healthy day"));
      List<ProcessHandle> children = process.descendants().toList();
      return new Run(process, children, port(children));
    } catch (AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int port(List<ProcessHandle> processes) {
    return processes.stream()
        .map(it -> it.info().commandLine().orElse(""))
        .flatMap(line -> PORT.matcher(line).results())
        .map((MatchResult match) -> Integer.parseInt(match.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(temporary)) {
      return all.filter(it -> it.getFileName().toString().startsWith("runboards-")).toList();
    }
  }

  @Test
  void askedToEndItTakesEverythingAlong() throws IOException {
    Run run = start();
    try {
      assertThat(run.answers()).isTrue();
      run.process().destroy();
      run.isGone();
    } finally {
      run.process().destroyForcibly();
    }
    assertThat(folders()).isEmpty();
    assertThat(text(errors())).doesNotContain("internal error", "\tat ");
    assertThat(project.resolve("target/verify.html")).doesNotExist();
    assertThat(files(project.resolve("target"))).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(all.toList());
    }
  }

  @Test
  void killedItLeavesOnlyAFolderWhichTheNextRunRemoves() throws IOException {
    Run killed = start();
    killed.process().destroyForcibly();
    killed.isGone();
    List<Path> left = folders();
    assertThat(left).hasSize(1);
    Run next = start();
    try {
      assertThat(folders()).hasSize(1).doesNotContainAnyElementsOf(left);
      next.process().destroy();
      next.isGone();
    } finally {
      next.process().destroyForcibly();
    }
    assertThat(folders()).isEmpty();
  }
}
