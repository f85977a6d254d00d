package io.runboards.cli;

import io.runboards.finding.DidYouMean;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people what is wrong with their command line. */
final class WrongUsage implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("runboards: " + message(wrong));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** What a command does that only groups others: it shows which there are. */
  static int commandMissing(CommandLine group) {
    group.usage(group.getErr());
    return ExitCode.USAGE;
  }

  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return message(unmatched);
    }
    String text = wrong.getMessage().replaceFirst("^Error: ", "");
    return text.matches("[A-Z][a-z].*")
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  private static String message(UnmatchedArgumentException wrong) {
    CommandLine command = wrong.getCommandLine();
    CommandSpec spec = command.getCommandSpec();
    String word = wrong.getUnmatched().getFirst();
    if (wrong.isUnknownOption()) {
      String hint =
          word.startsWith("--") || spec.positionalParameters().isEmpty()
              ? DidYouMean.oneOf(spec.optionsMap().keySet(), word)
              : "; write -- before an argument that begins with a dash";
      return "there is no option '" + word + "'" + hint;
    }
    return command.getSubcommands().isEmpty()
        ? "one argument too many: '" + word + "'"
        : "there is no command '"
            + word
            + "'"
            + DidYouMean.oneOf(command.getSubcommands().keySet(), word);
  }
}
