package io.runboards.cli;

import io.runboards.promql.Syntax.Dialect;
import io.runboards.rules.Length;
import io.runboards.rules.WrongRule;
import io.runboards.site.Setting;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of runboards. */
@Command(
    name = "runboards",
    description =
        "Dashboards, rules and tenants for Run:ai GPU clusters, checked before they ship.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Runboards.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CatalogCommand.class,
      PromqlCommand.class,
      SiteCommand.class,
      GenerateCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      DriftCommand.class,
      RollbackCommand.class,
      DestroyCommand.class,
      SimulateCommand.class,
      VerifyCommand.class,
      AutoComplete.GenerateCompletion.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:something failed, or something wrong was found",
      "64:the command line is wrong"
    })
public final class Runboards implements Callable<Integer> {
  private static final String INTERNAL_ERROR = "runboards: internal error, please report it: ";

  @Spec private CommandSpec spec;

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Runboards.class.getPackage().getImplementationVersion();
      return new String[] {"runboards " + (version == null ? "(not packaged)" : version)};
    }
  }

  private final Surroundings around;

  private Runboards(Surroundings around) {
    this.around = around;
  }

  Surroundings around() {
    return around;
  }

  @Override
  public Integer call() {
    return WrongUsage.commandMissing(spec.commandLine());
  }

  /** Runs a command with the streams of this process; the result is its exit code. */
  public static int run(Content content, String... args) {
    return run(
        Surroundings.ofThisProcess(content),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        args);
  }

  /** Runs a command that prints to {@code out} and complains to {@code err}. */
  static int run(Surroundings around, PrintWriter out, PrintWriter err, String... args) {
    try {
      return commandLine(around).setOut(out).setErr(err).execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      err.println(INTERNAL_ERROR + e);
      return ExitCode.FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  static CommandLine commandLine(Surroundings around) {
    CommandLine commandLine = new CommandLine(new Runboards(around));
    commandLine.registerConverter(Setting.class, Runboards::setting);
    commandLine.registerConverter(Format.class, new Choice<>(Format.class));
    commandLine.registerConverter(VerifyFormat.class, new Choice<>(VerifyFormat.class));
    commandLine.registerConverter(DeployFormat.class, new Choice<>(DeployFormat.class));
    commandLine.registerConverter(Length.class, Runboards::length);
    commandLine.registerConverter(Instant.class, Runboards::moment);
    commandLine.registerConverter(IncidentChoice.class, IncidentChoice::parse);
    commandLine.registerConverter(Dialect.class, new Choice<>(Dialect.class));
    commandLine
        .getSubcommands()
        .get("generate-completion")
        .getCommandSpec()
        .usageMessage()
        .hidden(true);
    commandLine.setParameterExceptionHandler(new WrongUsage());
    commandLine.setExecutionExceptionHandler((failed, command, parsed) -> {
      command
          .getErr()
          .println(
              failed instanceof CommandFailed
                  ? "runboards: " + failed.getMessage()
                  : INTERNAL_ERROR + failed);
      return ExitCode.FAILED;
    });
    return commandLine;
  }

  private static Setting setting(String text) {
    return Setting.parse(text)
        .orElseThrow(() ->
            new TypeConversionException("--set wants KEY=VALUE, such as grafana.version=9.4"));
  }

  private static Length length(String text) {
    try {
      return Length.of(text);
    } catch (WrongRule e) {
      throw new TypeConversionException("'" + text + "' is no length of time such as 30s or 24h");
    }
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no time such as 2025-11-13T00:00:00Z");
    }
  }

  private static PrintWriter utf8(FileDescriptor target) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(target), StandardCharsets.UTF_8), 1 << 16));
  }
}
