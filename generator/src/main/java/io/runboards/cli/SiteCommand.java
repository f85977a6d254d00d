package io.runboards.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Groups the commands about site files. */
@Command(
    name = "site",
    description = "Check, show and begin sites: what one installation fills in.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SiteCheck.class, SiteShow.class, SiteSchemaCommand.class, SiteNew.class})
final class SiteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;

  Surroundings around() {
    return runboards.around();
  }

  @Override
  public Integer call() {
    return WrongUsage.commandMissing(spec.commandLine());
  }
}
