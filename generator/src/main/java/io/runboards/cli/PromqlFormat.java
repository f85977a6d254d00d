package io.runboards.cli;

import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a query in canonical form, long parts on lines of their own. */
@Command(
    name = "format",
    description = "Print a query in canonical form, broken into lines where it is long.")
final class PromqlFormat implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SyntaxOptions options;

  @Parameters(paramLabel = "EXPR", description = "The query; - reads it from standard input.")
  private String expression;

  @Override
  public Integer call() {
    String text = QueryInput.expression(expression);
    Syntax syntax = options.syntax();
    ParseAnswer answer = ParseAnswer.to(text, syntax);
    answer.expr().map(Promql::pretty).ifPresent(spec.commandLine().getOut()::println);
    answer
        .error()
        .ifPresent(error -> SyntaxErrors.print(error, text, syntax, spec.commandLine().getErr()));
    return answer.error().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
