package io.runboards.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands about queries. */
@Command(
    name = "promql",
    description = "Read, format, explain and check PromQL.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PromqlParse.class, PromqlFormat.class, PromqlExplain.class, PromqlCheck.class})
final class PromqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return WrongUsage.commandMissing(spec.commandLine());
  }
}
