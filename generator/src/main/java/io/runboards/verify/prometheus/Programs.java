package io.runboards.verify.prometheus;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where to look for programs that run beside this one.
 *
 * @param environment the variables of the environment
 * @param workspace the folder that runboards works in, which may be its own repository
 */
public record Programs(Function<String, Optional<String>> environment, Path workspace) {
  private static final String VARIABLE = "PROMETHEUS";
  private static final String NAME = "prometheus";
  private static final long SECONDS_TO_SAY_WHERE = 30;

  /**
   * The Prometheus to run: the one that was named, the one that the environment names, the one of
   * the test bed, or the installed one.
   */
  public Path prometheus(Optional<Path> named) throws NotStarted {
    if (named.isPresent()) {
      return usable(named.get(), named.get() + " is no program that can be run");
    }
    Optional<Path> variable = environment.apply(VARIABLE).filter(it -> !it.isBlank()).map(Path::of);
    if (variable.isPresent()) {
      return usable(
          variable.get(),
          "%s names %s, which is no program that can be run".formatted(VARIABLE, variable.get()));
    }
    return ofTestBed()
        .or(this::installed)
        .orElseThrow(() ->
            new NotStarted(
                "there is no Prometheus here: run 'make testbed', install one, or set %s"
                    .formatted(VARIABLE)));
  }

  private static Path usable(Path program, String complaint) throws NotStarted {
    if (!isProgram(program)) {
      throw new NotStarted(complaint);
    }
    return program.toAbsolutePath();
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  private Optional<Path> ofTestBed() {
    Path build = workspace.resolve("testbed/servers/build").toAbsolutePath();
    if (!isProgram(build)) {
      return Optional.empty();
    }
    try {
      return said(build.toString(), "--where")
          .map(it -> Path.of(it).resolve(NAME))
          .filter(Programs::isProgram);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The line that a program prints; empty if it does not succeed. */
  private static Optional<String> said(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (!process.waitFor(SECONDS_TO_SAY_WHERE, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return Optional.empty();
      }
      return Optional.of(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    } finally {
      process.destroyForcibly();
    }
  }

  private Optional<Path> installed() {
    return environment.apply("PATH").stream()
        .flatMap(it -> Stream.of(it.split(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, NAME).toAbsolutePath())
        .filter(Programs::isProgram)
        .findFirst();
  }
}
