package io.runboards.cli;

import io.runboards.build.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file with a whole command and what becomes of it, in this order:
 *
 * <pre>
 * $ runboards promql parse --batch {dir}/queries.jsonl
 * &lt;&lt;&lt; a line of standard input
 * --- file queries.jsonl
 * lines of a file that is there when the command runs; {dir} is its folder, and the current one
 * --- out
 * --- err
 * lines that the command prints; left out where it prints none
 * --- exit 0
 * </pre>
 *
 * @param question the lines that say what is run
 * @param args the arguments
 * @param input standard input
 * @param files the files in {@code {dir}}, by name
 * @param expected the outcome
 */
record CommandCase(
    List<String> question,
    List<String> args,
    String input,
    Map<String, String> files,
    Invocation expected) {
  private static final String PROMPT = "$ runboards";
  private static final String INPUT = "<<<";
  private static final String MARK = "--- ";
  private static final String DIRECTORY = "{dir}";

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern WORD = Pattern.compile("(?:" + QUOTED + "|[^ '\"]++)+");
  private static final Pattern WORDS = Pattern.compile("(?:" + WORD + "| ++)*");

  /** The files in the folder of cases. */
  static List<Path> all() throws IOException {
    Path folder = Repository.ROOT.resolve("generator/src/test/resources/cli").toAbsolutePath();
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static CommandCase read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static CommandCase parse(String text) {
    return new Reader(text).read();
  }

  /** Runs the command; its files are written into {@code directory} first. */
  Invocation run(Path directory) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    String path = directory.toString();
    Invocation actual =
        Invocation.with(
            SampleWorkspace.at(directory),
            input.getBytes(StandardCharsets.UTF_8),
            args.stream().map(arg -> arg.replace(DIRECTORY, path)).toArray(String[]::new));
    return new Invocation(
        actual.out().replace(path, DIRECTORY),
        actual.err().replace(path, DIRECTORY),
        actual.exitCode());
  }

  /** The file of the same command with another outcome. */
  String with(Invocation actual) {
    return String.join("\n", question)
        + "\n"
        + section("out", actual.out())
        + section("err", actual.err())
        + (MARK + "exit " + actual.exitCode() + "\n");
  }

  private static String section(String name, String text) {
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new IllegalStateException("what a command prints must end with a line feed: " + text);
    }
    if (text.lines().anyMatch(line -> line.startsWith(MARK))) {
      throw new IllegalStateException("a case cannot hold this output: " + text);
    }
    return text.isEmpty() ? "" : MARK + name + "\n" + text;
  }

  /** Splits at blanks, but keeps together what stands in quotes of either kind. */
  static List<String> split(String line) {
    if (!WORDS.matcher(line).matches()) {
      throw new IllegalArgumentException("a quote stays open: " + line);
    }
    return WORD.matcher(line)
        .results()
        .map(word -> QUOTED.matcher(word.group()).replaceAll(CommandCase::unquoted))
        .toList();
  }

  private static String unquoted(MatchResult quoted) {
    String text = quoted.group();
    return Matcher.quoteReplacement(text.substring(1, text.length() - 1));
  }

  private static final class Reader {
    private final List<String> lines;
    private int at;

    Reader(String text) {
      if (!text.endsWith("\n")) {
        throw wrong("the last line does not end");
      }
      lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    CommandCase read() {
      if (!next(PROMPT)) {
        throw wrong("a case begins with '" + PROMPT + "'");
      }
      List<String> args = split(lines.get(at++).substring(PROMPT.length()));
      StringBuilder input = new StringBuilder();
      while (next(INPUT)) {
        input.append(lines.get(at++).substring(INPUT.length()).replaceFirst("^ ", "")).append('\n');
      }
      Map<String, String> files = new LinkedHashMap<>();
      while (next(MARK + "file ")) {
        String name = lines.get(at++).substring((MARK + "file ").length());
        files.put(name, text());
      }
      List<String> question = lines.subList(0, at);
      String out = next(MARK + "out") ? section() : "";
      String err = next(MARK + "err") ? section() : "";
      int exitCode = exitCode();
      return new CommandCase(
          question, args, input.toString(), files, new Invocation(out, err, exitCode));
    }

    private boolean next(String start) {
      return at < lines.size() && lines.get(at).startsWith(start);
    }

    private String section() {
      at++;
      String text = text();
      if (text.isEmpty()) {
        throw wrong("an empty section is left out");
      }
      return text;
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      while (at < lines.size() && !next(MARK)) {
        text.append(lines.get(at++)).append('\n');
      }
      return text.toString();
    }

    private int exitCode() {
      if (at != lines.size() - 1 || !lines.get(at).matches(MARK + "exit \\d+")) {
        throw wrong("expected '--- exit N' as the last line");
      }
      return Integer.parseInt(lines.get(at).substring((MARK + "exit ").length()));
    }

    private IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException("line " + (at + 1) + ": " + what);
    }
  }
}
