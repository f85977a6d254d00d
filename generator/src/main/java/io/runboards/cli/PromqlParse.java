package io.runboards.cli;

import io.runboards.json.JsonWriter;
import io.runboards.promql.Expr;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads queries and says what they are, or what is wrong with them. */
@Command(
    name = "parse",
    description = "Read a query and show its type, its canonical form and its tree.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "With --batch, each line of the file is a JSON object with a field \"expr\"; other fields are",
      "ignored. Each is answered by one line, in the same order: {\"ok\":true,\"type\":…,\"printed\":…}",
      "or {\"ok\":false,\"error\":{\"message\":…,\"line\":…,\"column\":…}}. A query that is no PromQL is an",
      "answer and no failure, unless --strict is given.",
      "",
      "Example:",
      "  runboards promql parse --dialect grafana 'sum by (node) (rate(x[$__rate_interval]))'"
    })
final class PromqlParse implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SyntaxOptions options;

  @ArgGroup(multiplicity = "1")
  private Input input;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print the answer to a single query. Default: text.")
  private Format format;

  @Option(names = "--strict", description = "Exit with 1 if a query of the batch is no PromQL.")
  private boolean strict;

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

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (input.batch != null) {
      return new ParseBatch(options.syntax(), strict)
          .run(input.batch, out, spec.commandLine().getErr());
    }
    String text = QueryInput.expression(input.expression);
    ParseAnswer answer = ParseAnswer.to(text, options.syntax());
    if (format == Format.JSON) {
      JsonWriter.line(out, answer::writeTo);
    } else if (answer.expr().isPresent()) {
      print(answer.expr().get(), out);
    } else {
      SyntaxErrors.print(answer.error().orElseThrow(), text, spec.commandLine().getErr());
    }
    return answer.error().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(Expr expr, PrintWriter out) {
    out.println("type     " + expr.type().label());
    out.println("printed  " + expr);
    out.println("tree");
    printTree(expr, 1, out);
  }

  private static void printTree(Expr expr, int level, PrintWriter out) {
    out.println(
        "  ".repeat(level)
            + expr.getClass().getSimpleName()
            + " "
            + expr.span()
            + "  "
            + expr.type().label()
            + "  "
            + expr);
    for (Expr child : expr.children()) {
      printTree(child, level + 1, out);
    }
  }
}
