package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that tests need besides the JDK.
 *
 * <p>Where one is missing, the test says what it could not run; in CI that is a failure.
 */
public final class External {
  private static final Path NOT_RUN = Repository.ROOT.resolve("target/not-run.txt");

  private External() {}

  /** Builds the Go program of a module, once for each state of Go's own build cache. */
  public static Path goProgram(Path module) {
    Path go =
        find("go")
            .orElseGet(() -> missing("comparing with Prometheus' own parser: Go is not installed"));
    Path program = Repository.ROOT.resolve("target").resolve(module.getFileName().toString());
    String[] build = {"build", "-buildvcs=false", "-o", program.toString(), "."};
    run(module, go, "", build);
    return program;
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Ends the test: skipped on a developer's machine, failed in CI. */
  static <T> T missing(String what) {
    String message = "not run: " + what;
    if ("true".equals(System.getenv("CI"))) {
      return Assertions.fail(message);
    }
    try {
      Files.createDirectories(NOT_RUN.getParent());
      Files.writeString(
          NOT_RUN, message + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Assumptions.abort(message);
  }

  /** Runs a program to its end and returns what it printed. */
  public static String run(Path directory, Path program, String input, String... args) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    try {
      Path in = Files.createTempFile("input", "");
      Path out = Files.createTempFile("output", "");
      Path err = Files.createTempFile("errors", "");
      try {
        Files.writeString(in, input);
        Process process =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exitCode = process.waitFor();
        assertThat(exitCode).as("%s: %s", command, Files.readString(err)).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
      } finally {
        Files.delete(in);
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
