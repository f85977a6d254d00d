package io.runboards.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages that explain packages are true: every package has one, and their snippets compile. */
class PackageInfoTest {
  private static final Path SOURCES =
      Repository.ROOT.resolve("generator/src/main/java/io/runboards");
  private static final Pattern SNIPPET =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* \\}</pre>", Pattern.DOTALL);

  @TempDir private Path classes;

  @Test
  void everyPackageHasAPage() throws Exception {
    try (Stream<Path> packages = Files.list(SOURCES)) {
      assertThat(packages.filter(Files::isDirectory))
          .isNotEmpty()
          .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
  }

  @TestFactory
  Stream<DynamicTest> everySnippetCompiles() throws Exception {
    List<String> snippets;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      snippets =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .sorted()
              .flatMap(PackageInfoTest::snippets)
              .toList();
    }
    assertThat(snippets).hasSizeGreaterThanOrEqualTo(4);
    return snippets.stream()
        .map(snippet ->
            DynamicTest.dynamicTest(
                snippet.lines().findFirst().orElseThrow(), () -> compile(snippet)));
  }

  private static Stream<String> snippets(Path file) {
    try {
      return SNIPPET
          .matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1).replaceAll("(?m)^ \\* ?", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(String snippet) {
    boolean member = snippet.startsWith("public static");
    String body = member ? snippet : "static void run() {\n" + snippet + "\n}";
    String source =
        """
        import io.runboards.catalog.*;
        import io.runboards.dashboard.*;
        import io.runboards.dashboard.Variable;
        import io.runboards.flow.*;
        import io.runboards.promql.*;
        import io.runboards.query.*;
        import io.runboards.rules.*;
        import io.runboards.verify.grafana.*;
        import java.time.Instant;
        import java.util.List;
        import static io.runboards.catalog.Labels.*;
        import static io.runboards.catalog.Metric.*;
        import static io.runboards.catalog.Runai.*;
        import static io.runboards.catalog.Unit.*;
        import static io.runboards.dashboard.Dashboard.*;
        import static io.runboards.dashboard.DrillDown.*;
        import static io.runboards.dashboard.Panels.*;
        import static io.runboards.dashboard.Variable.*;
        import static io.runboards.query.Condition.*;
        import static io.runboards.query.Queries.*;
        import static io.runboards.rules.Alert.*;
        import static io.runboards.rules.Example.*;
        import static io.runboards.rules.Given.*;
        import static io.runboards.rules.LabelValue.*;
        import static io.runboards.rules.Objective.*;
        import static io.runboards.rules.Recording.*;
        import static io.runboards.rules.RuleFile.*;
        import static io.runboards.rules.RuleGroup.*;
        import static io.runboards.rules.RuleTest.*;
        import static io.runboards.rules.Runbook.*;
        import static java.lang.Double.POSITIVE_INFINITY;

        class Snippet {
        %s
        }
        """
            .formatted(body);
    StringWriter messages = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                null,
                List.of(inMemory(source)))
            .call();
    assertThat(compiled).as("%s%n%s", source, messages).isTrue();
  }

  private static JavaFileObject inMemory(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
