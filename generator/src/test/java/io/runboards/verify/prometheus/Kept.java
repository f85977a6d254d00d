package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.servers.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another process that keeps a Prometheus, as this one sees it.
 *
 * @param process the other process
 * @param port where its Prometheus answers
 * @param children the processes that it started
 */
record Kept(Process process, int port, List<ProcessHandle> children) implements AutoCloseable {

  static Process begin(Path program, Path base) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Keeper.class.getName(),
            program.toString(),
            base.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static Kept start(Path program, Path base) throws IOException {
    Process process = begin(program, base);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    int port = Integer.parseInt(out.readLine());
    Kept kept = new Kept(process, port, process.descendants().toList());
    assertThat(kept.children()).hasSizeGreaterThanOrEqualTo(2).allMatch(Kept::runs);
    assertThat(kept.answers()).isTrue();
    return kept;
  }

  /** Neither a process nor a port is left within the time that is promised. */
  void isGone() {
    Eventually.within(
        5,
        () -> {
          assertThat(runs(process.toHandle())).isFalse();
          assertThat(children).noneMatch(Kept::runs);
          assertThat(answers()).isFalse();
        });
  }

  boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** A process that has ended, but whose end nobody has noticed yet, does not run. */
  static boolean runs(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return process.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return Files.exists(Path.of("/proc/self")) ? false : process.isAlive();
    }
  }

  /** The folders that are there for programs that run. */
  static List<Path> folders(Path base) throws IOException {
    try (Stream<Path> all = Files.list(base)) {
      return all.toList();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
