package io.runboards.cli;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.finding.Excerpt;
import io.runboards.finding.Finding;
import io.runboards.flow.World;
import io.runboards.json.JsonWriter;
import io.runboards.promql.Syntax;
import io.runboards.site.MetricsFile;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks queries against the catalog. */
@Command(
    name = "check",
    description = "Check the metrics, labels and units of a query.",
    footer = {
      "",
      "A query with an error makes the command end with 1; warnings do not.",
      "With --batch, each line of the file is a JSON object with a field \"expr\".",
      "One line answers each, in the same order:",
      "  {\"findings\":[{\"id\",\"severity\",\"message\",\"start\",\"end\"}],",
      "   \"labels\":{\"certain\",\"possible\",\"open\"},\"unit\"}",
      "",
      "Example:",
      "  runboards promql check 'sum by (project) (runai_gpu_utilization_per_gpu)'"
    })
final class PromqlCheck implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SyntaxOptions options;

  @ArgGroup(multiplicity = "1")
  private Input input;

  /** One query, or a file of them. */
  private static final class Input {
    @Parameters(paramLabel = "EXPR", description = "The query; - reads it from standard input.")
    private String expression;

    @Option(
        names = "--batch",
        paramLabel = "FILE|-",
        description = "Answer each line of the file; - is standard input.")
    private String batch;
  }

  @Option(
      names = "--runai-version",
      paramLabel = "VERSION",
      description = "The cluster version that the query is for, such as 2.17.")
  private String version;

  @Option(
      names = "--extra-label",
      split = ",",
      paramLabel = "LABEL",
      description =
          "A label that your series carry besides the documented ones. Default: instance,job.")
  private Set<String> extraLabels = Set.copyOf(World.SCRAPE_LABELS);

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = {
        "YAML with metrics of your own or that rules record:",
        "metrics: [{name: a:b:sum, kind: gauge, unit: GPUs, labels: [node]}]"
      })
  private String metrics;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print the answer to a single query. Default: text.")
  private Format format;

  @Option(names = "--strict", description = "Exit with 1 if a query of the batch has an error.")
  private boolean strict;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<ClusterVersion> cluster = version();
    World world = new World(catalog(), extraLabels);
    Syntax syntax = options.syntax();
    Function<String, CheckAnswer> check = query -> CheckAnswer.to(query, syntax, world, cluster);
    if (input.batch != null) {
      Batch.Words words = new Batch.Words("without errors", "with errors");
      return new Batch(check::apply, words, strict)
          .run(input.batch, out, spec.commandLine().getErr());
    }
    String text = QueryInput.expression(input.expression);
    CheckAnswer answer = check.apply(text);
    if (format == Format.JSON) {
      JsonWriter.line(out, answer::writeTo);
    } else {
      answer.findings().forEach(finding -> print(finding, text, out));
      out.println(answer.findings().isEmpty() ? "nothing to object to" : summary(answer));
    }
    return answer.isGood() ? ExitCode.OK : ExitCode.FAILED;
  }

  private Catalog catalog() {
    if (metrics == null) {
      return Catalog.standard();
    }
    MetricsFile.Declared declared = MetricsFile.parse(metrics, QueryInput.text(metrics));
    if (!declared.findings().isEmpty()) {
      throw new CommandFailed(
          declared.findings().stream().map(Finding::toString).collect(joining("\n")));
    }
    try {
      return Catalog.standard().with(declared.family());
    } catch (IllegalStateException e) {
      throw new CommandFailed(metrics + ": " + e.getMessage());
    }
  }

  private Optional<ClusterVersion> version() {
    Optional<ClusterVersion> parsed = Optional.ofNullable(version).flatMap(ClusterVersion::parse);
    if (version != null && parsed.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "'" + version + "' is no version; write one such as 2.17");
    }
    return parsed;
  }

  private static void print(Finding finding, String text, PrintWriter out) {
    out.println(finding + " [" + finding.id() + "]");
    out.println(Excerpt.of(text, finding.place()));
  }

  private static String summary(CheckAnswer answer) {
    int count = answer.findings().size();
    return count == 1 ? "1 finding" : count + " findings";
  }
}
