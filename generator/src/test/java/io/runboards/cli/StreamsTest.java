package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The streams of a real process. */
class StreamsTest {
  private record Ended(String out, String err, int exitCode) {}

  /** What the process runs. */
  public static void main(String[] args) {
    System.exit(Runboards.run(Content.of(List.of()), args));
  }

  @Test
  void readsAndWritesUtf8WhateverTheEncodingOfTheMachine() throws Exception {
    Ended good = run("{a=\"é😀\"}", "promql", "parse", "--format", "json", "-");
    assertThat(good)
        .isEqualTo(
            new Ended(
                "{\"ok\":true,\"type\":\"vector\",\"printed\":\"{a=\\\"é😀\\\"}\"}\n", "", 0));
    Ended bad = run("{a=\"é😀\"} 世", "promql", "parse", "-");
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err())
        .startsWith("expression:1:10: error: ")
        .endsWith("\n  {a=\"é😀\"} 世\n            ^^\n");
    assertThat(bad.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void theExitCodeReachesTheShell() throws Exception {
    assertThat(run("", "catalog", "show", "up").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run("", "nope").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private static Ended run(String input, String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=ISO-8859-1",
                "-Dstdout.encoding=US-ASCII",
                "-Dstderr.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                StreamsTest.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(out, err, process.waitFor());
  }
}
