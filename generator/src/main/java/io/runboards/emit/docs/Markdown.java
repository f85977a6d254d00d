package io.runboards.emit.docs;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's Markdown as an output format of templates, which escapes what they insert. */
public final class Markdown extends CommonMarkupOutputFormat<Markdown.Snippet> {
  static final Markdown FORMAT = new Markdown();

  /** What means something within a line; an underscore does only at the edge of a word. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]<>|&~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<!\\S)#");

  /** Code, or the beginning of something that would be taken for HTML and not be shown. */
  private static final Pattern CODE_OR_TAG =
      Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)|(?<!\\\\)<(?!https?://)", Pattern.DOTALL);

  private static final Pattern BARE_PIPE = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern WHITESPACE = Pattern.compile("\\s+");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /** A piece of Markdown. */
  static final class Snippet extends CommonTemplateMarkupOutputModel<Snippet> {
    private Snippet(String plainText, String markup) {
      super(plainText, markup);
    }

    @Override
    public Markdown getOutputFormat() {
      return FORMAT;
    }
  }

  /** Markdown that is written as it is. */
  static Snippet markup(String markdown) {
    return new Snippet(null, markdown);
  }

  /** Text within a line, also of a table: its characters stand for themselves. */
  public static String escape(String text) {
    return SPECIAL.matcher(onOneLine(text)).replaceAll("\\\\$0");
  }

  /** Markdown that somebody wrote, in which a {@code <name>} outside of code is no HTML. */
  static String prose(String markdown) {
    return CODE_OR_TAG
        .matcher(markdown)
        .replaceAll(
            match -> Matcher.quoteReplacement(match.group().equals("<") ? "\\<" : match.group()));
  }

  /** The same for a cell of a table. */
  static String inTable(String markdown) {
    return BARE_PIPE.matcher(onOneLine(prose(markdown))).replaceAll("\\\\|");
  }

  /** Code within a line of a table, where even code cannot hold a bare pipe. */
  public static String codeInTable(String code) {
    return code(code.replace("|", "\\|"));
  }

  /** Code within a line. */
  static String code(String code) {
    String text = onOneLine(code);
    String ticks = "`".repeat(longestBackticks(text) + 1);
    String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return ticks + space + text + space + ticks;
  }

  /** Code on lines of its own. */
  static String fenced(String language, String code) {
    String fence = "`".repeat(Math.max(3, longestBackticks(code) + 1));
    return fence + language + "\n" + code + "\n" + fence;
  }

  private static String onOneLine(String text) {
    return WHITESPACE.matcher(text).replaceAll(" ").strip();
  }

  private static int longestBackticks(String text) {
    return BACKTICKS
        .matcher(text)
        .results()
        .mapToInt(run -> run.end() - run.start())
        .max()
        .orElse(0);
  }

  @Override
  public String getName() {
    return "Markdown";
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escape(text));
  }

  @Override
  public String escapePlainText(String text) {
    return escape(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Snippet newTemplateMarkupOutputModel(String plainText, String markup) {
    return new Snippet(plainText, markup);
  }
}
