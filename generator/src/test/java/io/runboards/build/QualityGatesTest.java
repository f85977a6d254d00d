package io.runboards.build;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.QualityGates.Enforcer;
import io.runboards.build.QualityGates.Gap;
import io.runboards.build.QualityGates.Gate;
import io.runboards.build.QualityGates.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each quality gate names what enforces it, that is there, and the page says so. */
class QualityGatesTest {
  private static final Path DOCS = Repository.ROOT.resolve("docs");
  private static final Path PAGE = DOCS.resolve("quality-gates.md");
  private static final String RUNBOOKS = "out/example/docs/runbooks/";

  @Test
  void thePageIsCurrent() throws IOException {
    if (Repository.REWRITE) {
      Files.writeString(PAGE, page());
    }
    assertThat(page()).as("run 'make golden'").isEqualTo(Files.readString(PAGE));
  }

  @Test
  void everyGateHasAnEnforcerAndEachOfThemIsThere() throws IOException {
    Map<String, Path> tests = tests();
    for (Subject subject : QualityGates.ALL.subjects()) {
      assertThat(subject.gates()).as(subject.title()).isNotEmpty();
      for (Gate gate : subject.gates()) {
        assertThat(gate.enforcers()).as(gate.demand()).isNotEmpty();
        for (Enforcer enforcer : gate.enforcers()) {
          isThere(enforcer, tests);
        }
      }
    }
  }

  private static void isThere(Enforcer enforcer, Map<String, Path> tests) throws IOException {
    switch (enforcer) {
      case Enforcer.Check(String id) -> assertThat(DOCS.resolve("checks/" + id + ".md")).exists();
      case Enforcer.Alert(String name) ->
          assertThat(Repository.ROOT.resolve(RUNBOOKS + name + ".md")).exists();
      case Enforcer.Test(String type, String method) -> {
        assertThat(tests).containsKey(type);
        assertThat(Files.readString(tests.get(type)))
            .as(type)
            .containsPattern("@(Parameterized)?Test\\b[^;]*void " + method + "\\(");
      }
    }
  }

  private static Map<String, Path> tests() throws IOException {
    Map<String, Path> tests = new HashMap<>();
    for (String module : List.of("generator", "alert-rules", "dashboards-src")) {
      Path folder = Repository.ROOT.resolve(module).resolve("src/test/java");
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file -> tests.put(name(file), file));
      }
    }
    return tests;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Quality gates

            Written by `make golden` from the table in `QualityGates`: change that instead. A check stops
            `runboards generate`, or warns; a test stops the build; an alert tells of it on a running
            installation, and tests of rules show that it does.
            """);
    Map<String, Path> tests = tests();
    for (Subject subject : QualityGates.ALL.subjects()) {
      page.append("\n## ").append(subject.title()).append("\n\n| Gate | Enforced by |\n| --- | --- |\n");
      for (Gate gate : subject.gates()) {
        String enforcers =
            gate.enforcers().stream().map(it -> link(it, tests)).collect(joining("<br>"));
        page.append("| ").append(gate.demand()).append(" | ").append(enforcers).append(" |\n");
      }
    }
    page.append("\n## Not enforced yet\n\n| Gate | Why |\n| --- | --- |\n");
    for (Gap gap : QualityGates.ALL.gaps()) {
      page.append("| ").append(gap.demand()).append(" | ").append(gap.why()).append(" |\n");
    }
    return page.toString();
  }

  private static String link(Enforcer enforcer, Map<String, Path> tests) {
    return switch (enforcer) {
      case Enforcer.Check(String id) -> "check [%s](checks/%s.md)".formatted(id, id);
      case Enforcer.Alert(String name) -> "alert [%s](../%s%s.md)".formatted(name, RUNBOOKS, name);
      case Enforcer.Test(String type, String method) ->
          "test [%s](../%s).%s"
              .formatted(
                  type,
                  Repository.ROOT.relativize(tests.get(type)).toString().replace('\\', '/'),
                  method);
    };
  }
}
