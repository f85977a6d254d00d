package io.runboards.cli;

import io.runboards.json.JsonWriter;
import io.runboards.promql.Expr;
import io.runboards.promql.Syntax;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    footer = {
      "",
      "With --batch, each line of the file is a JSON object with a field \"expr\";",
      "other fields are ignored. One line answers each, in the same order:",
      "  {\"ok\":true,\"type\":…,\"printed\":…}",
      "  {\"ok\":false,\"error\":{\"message\":…,\"line\":…,\"column\":…}}",
      "A query that is no PromQL is an answer and no failure, unless --strict is given.",
      "A line that is no such object makes the command end with 1.",
      "",
      "Examples:",
      "  runboards promql parse --dialect grafana 'rate(x[$__rate_interval])'",
      "  runboards promql parse -- '-x'"
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
      return batch().run(input.batch, out, spec.commandLine().getErr());
    }
    String text = QueryInput.expression(input.expression);
    Syntax syntax = options.syntax();
    ParseAnswer answer = ParseAnswer.to(text, syntax);
    if (format == Format.JSON) {
      JsonWriter.line(out, answer::writeTo);
    } else if (answer.expr().isPresent()) {
      print(answer.expr().get(), text, out);
    } else {
      SyntaxErrors.print(answer.error().orElseThrow(), text, syntax, spec.commandLine().getErr());
    }
    return answer.error().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private Batch batch() {
    Syntax syntax = options.syntax();
    Batch.Words words = new Batch.Words("parsed", "rejected");
    return new Batch(query -> ParseAnswer.to(query, syntax), words, strict);
  }

  private static void print(Expr expr, String text, PrintWriter out) {
    out.println("type     " + expr.type().label());
    out.println("printed  " + expr);
    out.println("tree");
    Deque<Node> open = new ArrayDeque<>(List.of(new Node(expr, 1)));
    while (!open.isEmpty()) {
      Node node = open.pop();
      out.println(node.line(text));
      node.expr.children().reversed().forEach(child -> open.push(new Node(child, node.level + 1)));
    }
  }

  private record Node(Expr expr, int level) {
    /** Offsets count code points, as in findings. */
    String line(String text) {
      int start = text.codePointCount(0, expr.span().start());
      int end = start + text.codePointCount(expr.span().start(), expr.span().end());
      return "  ".repeat(level)
          + expr.getClass().getSimpleName()
          + (" " + start + ".." + end + "  ")
          + expr.type().label()
          + "  "
          + expr;
    }
  }
}
