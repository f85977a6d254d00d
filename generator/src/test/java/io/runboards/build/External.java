package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
            .orElseGet(() -> missing("building " + module.getFileName() + ": Go is not installed"));
    Path program = Repository.ROOT.resolve("target").resolve(module.getFileName().toString());
    String[] build = {"build", "-buildvcs=false", "-o", program.toString(), "."};
    run(module, go, "", build);
    return program;
  }

  /** A program of the newest servers, which the test bed builds once; else the installed one. */
  public static Path server(String name) {
    return testbed(name).or(() -> find(name)).orElseGet(() -> notBuilt(name));
  }

  /** A program of the oldest servers that are supported. */
  public static Path oldestServer(String name) {
    return testbed(name, "--oldest").orElseGet(() -> notBuilt("the oldest " + name));
  }

  private static Optional<Path> testbed(String program, String... options) {
    try {
      Path build = Repository.ROOT.resolve("testbed/servers/build");
      Path folder = Path.of(run(Repository.ROOT, build, "", options).strip());
      return Optional.of(folder.resolve(program)).filter(Files::isExecutable);
    } catch (AssertionError e) {
      return Optional.empty();
    }
  }

  private static Path notBuilt(String program) {
    return missing("asking " + program + ": 'make testbed' could not get it");
  }

  /** Runs Node.js with the packages of a module, the folder of which is the first argument. */
  public static String node(Path module, String script, String... args) {
    Path node = find("node").orElseGet(() -> missing("asking Grafana's types: no Node.js"));
    List<String> all = new ArrayList<>(List.of(script, packages(module).toString()));
    all.addAll(List.of(args));
    return run(module, node, "", all.toArray(String[]::new));
  }

  /** Installs the packages of a module, once for each lock file, outside of the repository. */
  private static Path packages(Path module) {
    try {
      byte[] lock = Files.readAllBytes(module.resolve("package-lock.json"));
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(lock);
      String name = module.getFileName() + "-" + HexFormat.of().formatHex(sum, 0, 8);
      Path folder =
          Path.of(System.getProperty("user.home"), ".cache", "runboards", "npm").resolve(name);
      return Files.exists(folder) ? folder : install(module, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path install(Path module, Path folder) throws IOException {
    Path npm = find("npm").orElseGet(() -> missing("asking Grafana's types: no npm"));
    Files.createDirectories(folder.getParent());
    Path fresh = Files.createTempDirectory(folder.getParent(), "new");
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(module.resolve(file), fresh.resolve(file));
    }
    try {
      run(
          fresh,
          npm,
          "",
          "ci",
          "--legacy-peer-deps",
          "--ignore-scripts",
          "--no-audit",
          "--no-fund");
    } catch (AssertionError e) {
      missing("asking Grafana's types: npm cannot install them: " + e.getMessage());
    }
    return Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A browser that speaks the DevTools protocol. */
  public static Path browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> find(name).stream())
        .findFirst()
        .orElseGet(() -> missing("opening pages: neither Chromium nor Chrome is installed"));
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Ends the test: skipped on a developer's machine, failed in CI. */
  static <T> T missing(String what) {
    return "true".equals(System.getenv("CI")) ? Assertions.fail("not run: " + what) : notRun(what);
  }

  /** Ends the test, also in CI: it says what nobody can run where tests run. */
  public static <T> T notRun(String what) {
    String message = "not run: " + what;
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
