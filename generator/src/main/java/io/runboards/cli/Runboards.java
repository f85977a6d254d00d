package io.runboards.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line of runboards. */
@Command(
    name = "runboards",
    description =
        "Dashboards, rules and tenants for Run:ai GPU clusters, checked before they ship.",
    mixinStandardHelpOptions = true,
    versionProvider = Runboards.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CatalogCommand.class,
      PromqlCommand.class,
      AutoComplete.GenerateCompletion.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:something failed, or something wrong was found",
      "64:the command line is wrong"
    })
public final class Runboards {

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Runboards.class.getPackage().getImplementationVersion();
      return new String[] {"runboards " + (version == null ? "(not packaged)" : version)};
    }
  }

  private Runboards() {}

  /** Runs a command with the streams of this process; the result is its exit code. */
  public static int run(String... args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    return run(out, err, args);
  }

  /** Runs a command that prints to {@code out} and complains to {@code err}. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    int exitCode = commandLine().setOut(out).setErr(err).execute(args);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Runboards());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine
        .getSubcommands()
        .get("generate-completion")
        .getCommandSpec()
        .usageMessage()
        .hidden(true);
    commandLine.setParameterExceptionHandler((wrong, args) -> {
      CommandLine command = wrong.getCommandLine();
      command.getErr().println("runboards: " + wrong.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
      command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
      return ExitCode.USAGE;
    });
    commandLine.setExecutionExceptionHandler((failed, command, parsed) -> {
      command.getErr().println("runboards: " + messageOf(failed));
      return ExitCode.FAILED;
    });
    return commandLine;
  }

  private static String messageOf(Exception failed) {
    return failed instanceof CommandFailed
        ? failed.getMessage()
        : "internal error, please report it: " + failed;
  }

  private static PrintWriter utf8(FileDescriptor target) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(target), StandardCharsets.UTF_8), 1 << 16));
  }
}
