package io.runboards.site;

import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that stand in a file, a line each: {@code NAME=value}, as Docker Compose reads them.
 *
 * <p>Values may stand in quotes. Where Compose would put in the value of another variable, this
 * complains, so that both read the same. Values may be secrets, and no message holds one.
 */
public final class EnvFile {
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=[ \t]*(.*)");
  private static final Pattern SINGLE = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
  private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");
  private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_{]");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private final String source;
  private final String text;
  private final Complaints complaints = new Complaints("env-file");
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  private EnvFile(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /** Reads the text of the file {@code source}. */
  public static EnvFile parse(String source, String text) {
    EnvFile file = new EnvFile(source, text);
    file.read();
    return file;
  }

  /** The value of a variable; empty if the file does not have it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** What is wrong; the values count only if there is nothing. */
  public List<Finding> findings() {
    return complaints.inOrder();
  }

  private void read() {
    int from = text.startsWith("\ufeff") ? 1 : 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      line(text.substring(from, to).stripTrailing(), from);
      from = to + 1;
    }
  }

  private void line(String line, int from) {
    if (line.isBlank() || line.stripLeading().startsWith("#")) {
      return;
    }
    Place place = Place.in(source, text, from, from + line.length());
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      complaints.about(place, "this is neither NAME=value nor a comment");
      return;
    }
    String name = parts.group(1);
    Place before = places.putIfAbsent(name, place);
    if (before != null) {
      complaints.about(
          place,
          "'" + name + "' is there twice: first on line " + before.line(),
          "Keep one of them");
      return;
    }
    String written = parts.group(2);
    value(written, Place.in(source, text, from + parts.start(2), from + line.length()))
        .ifPresent(value -> values.put(name, value));
  }

  private Optional<String> value(String written, Place place) {
    Matcher single = SINGLE.matcher(written);
    if (single.matches()) {
      return Optional.of(single.group(1));
    }
    if (written.startsWith("'") || written.startsWith("\"") && !DOUBLE.matcher(written).matches()) {
      complaints.about(place, "this quote is not closed at the end of the line");
      return Optional.empty();
    }
    if (VARIABLE.matcher(written).find()) {
      complaints.about(
          place,
          "Docker Compose would put in a variable behind this $",
          "Write the value in single quotes");
      return Optional.empty();
    }
    Matcher twice = DOUBLE.matcher(written);
    return Optional.of(
        twice.matches()
            ? ESCAPED.matcher(twice.group(1)).replaceAll(EnvFile::unescaped)
            : COMMENT.matcher(written).replaceFirst(""));
  }

  private static String unescaped(MatchResult escaped) {
    return Matcher.quoteReplacement(
        switch (escaped.group(1)) {
          case "n" -> "\n";
          case "r" -> "\r";
          case "t" -> "\t";
          default -> escaped.group(1);
        });
  }
}
