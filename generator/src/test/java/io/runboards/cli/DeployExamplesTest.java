package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.runboards.build.External;
import io.runboards.build.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pipelines that the page about deploying gives as examples. */
class DeployExamplesTest {
  private static final Pattern COMMAND =
      Pattern.compile("^[ -]*(?:run: )?\\./runboards ([^|>#\\n]*)", Pattern.MULTILINE);
  private static final Set<String> OF_PIPELINE = Set.of("stages", "default");
  private static final Set<String> OF_DEFAULT = Set.of("image", "before_script");
  private static final Set<String> OF_JOB =
      Set.of("stage", "needs", "script", "artifacts", "rules", "resource_group");
  private static final Set<String> OF_ARTIFACTS = Set.of("when", "paths", "reports", "expire_in");
  private static final Set<String> OF_RULE = Set.of("if", "when");

  private static Path file(String name) {
    return Repository.ROOT.resolve("docs").resolve(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy.md", "examples/github-actions.yaml", "examples/gitlab-ci.yaml"})
  void everyCommandIsUnderstood(String name) throws Exception {
    List<String> commands =
        COMMAND
            .matcher(Files.readString(file(name)))
            .results()
            .map(MatchResult::group)
            .map(line -> line.substring(line.indexOf("./runboards ") + 12).strip())
            .toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
    assertThat(commands)
        .allSatisfy(command ->
            assertThatCode(() ->
                    Runboards.commandLine(SampleWorkspace.at(Path.of("")))
                        .parseArgs(CommandCase.split(command).toArray(String[]::new)))
                .as(command)
                .doesNotThrowAnyException());
  }

  @Test
  void thePageLeadsToBothExamples() throws Exception {
    assertThat(Files.readString(file("deploy.md")))
        .contains("(examples/github-actions.yaml)", "(examples/gitlab-ci.yaml)");
  }

  @Test
  void actionlintFindsNothingInTheWorkflow() {
    Path linter = External.goProgram(Repository.ROOT.resolve("testbed/workflows"));
    External.run(Repository.ROOT, linter, "", file("examples/github-actions.yaml").toString());
  }

  @Test
  void thePipelineHasOnlyKeywordsOfGitlab() throws Exception {
    Map<String, Object> pipeline =
        fields(
            new Yaml(new SafeConstructor(strict()))
                .load(Files.readString(file("examples/gitlab-ci.yaml"))));
    List<String> stages = texts(pipeline.get("stages"));
    Map<String, Object> defaults = fields(pipeline.get("default"));
    assertThat(defaults.keySet()).isSubsetOf(OF_DEFAULT);
    texts(defaults.get("before_script"));
    Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
    pipeline.forEach((name, value) -> {
      if (!OF_PIPELINE.contains(name)) {
        jobs.put(name, fields(value));
      }
    });
    assertThat(jobs).hasSize(3);
    jobs.values().forEach(job -> check(job, stages, jobs.keySet()));
  }

  private static LoaderOptions strict() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  private static void check(Map<String, Object> job, List<String> stages, Set<String> jobs) {
    assertThat(job.keySet()).isSubsetOf(OF_JOB).contains("stage", "script", "rules");
    assertThat(stages).contains((String) job.get("stage"));
    assertThat(texts(job.get("script"))).isNotEmpty();
    assertThat(jobs).containsAll(texts(job.getOrDefault("needs", List.of())));
    Map<String, Object> artifacts = fields(job.getOrDefault("artifacts", Map.of()));
    assertThat(artifacts.keySet()).isSubsetOf(OF_ARTIFACTS);
    assertThat(artifacts.getOrDefault("when", "always")).isIn("always", "on_success", "on_failure");
    assertThat(fields(artifacts.getOrDefault("reports", Map.of())).keySet()).isSubsetOf("junit");
    ((List<?>) job.get("rules"))
        .forEach(rule -> {
          assertThat(fields(rule).keySet()).isSubsetOf(OF_RULE).contains("if");
          assertThat(fields(rule).getOrDefault("when", "manual")).isEqualTo("manual");
          assertThat((String) fields(rule).get("if"))
              .matches(
                  "\\$CI_[A-Z_]+ == (\"[a-z_]+\"|\\$CI_[A-Z_]+)( && \\$CI_[A-Z_]+ == (\"[a-z_]+\"|\\$CI_[A-Z_]+))*");
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(Object node) {
    assertThat(node).isInstanceOf(Map.class);
    return (Map<String, Object>) node;
  }

  private static List<String> texts(Object node) {
    assertThat(node).isInstanceOf(List.class);
    return ((List<?>) node).stream().flatMap(DeployExamplesTest::text).toList();
  }

  private static Stream<String> text(Object node) {
    assertThat(node).isInstanceOf(String.class);
    return Stream.of((String) node);
  }
}
