package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The programs that examine rules, run over all files of a folder that was generated. */
public final class RuleTools {
  private RuleTools() {}

  /** Promtool accepts the rules without a remark. */
  public static void checked(Path promtool, Path out) throws IOException {
    Path rules = out.resolve("prometheus/rules");
    run(out, promtool, files(rules), "check", "rules", "--lint=all", "--lint-fatal");
  }

  /** The tests of the rules succeed. */
  public static void tested(Path promtool, Path out) throws IOException {
    Path tests = out.resolve("prometheus/tests");
    run(out, promtool, files(tests), "test", "rules");
  }

  /** Mimirtool accepts the rules of all tenants, and would write them as they are. */
  public static void linted(Path mimirtool, Path out) throws IOException {
    for (Path file : rules(out.resolve("mimir"))) {
      Object before = read(file);
      run(out, mimirtool, List.of(file), "rules", "check");
      run(out, mimirtool, List.of(file), "rules", "lint");
      assertThat(read(file)).as("%s after mimirtool rules lint", file).isEqualTo(before);
    }
  }

  private static void run(Path folder, Path program, List<Path> files, String... args) {
    assertThat(files).isNotEmpty();
    List<String> all = new ArrayList<>(List.of(args));
    files.forEach(file -> all.add(file.toString()));
    External.run(folder, program, "", all.toArray(String[]::new));
  }

  /** The files in the folders of tenants. */
  private static List<Path> rules(Path mimir) throws IOException {
    return files(mimir).stream().filter(file -> !file.getParent().equals(mimir)).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Object read(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }
}
