package io.runboards.finding;

/** Shows a finding in its text: the line, and carets under the characters it is about. */
public final class Excerpt {
  private static final int WIDTH = 100;
  private static final String CUT = "…";

  private Excerpt() {}

  /** The line on which the place stands and a line of carets, each indented by two spaces. */
  public static String of(String text, Place place) {
    int[] line = text.lines().skip(place.line() - 1L).findFirst().orElse("").codePoints().toArray();
    int from = place.column() - 1;
    int length = Math.max(1, Math.min(place.end() - place.start(), line.length - from));
    int first = Math.max(0, Math.min(from - WIDTH / 2, line.length - WIDTH));
    int last = Math.min(line.length, first + WIDTH);
    String before = first > 0 ? CUT : "";
    String after = last < line.length ? CUT : "";
    String shown = new String(line, first, last - first).replace('\t', ' ');
    int carets = Math.max(1, Math.min(length, last - from));
    return "  "
        + before
        + shown
        + after
        + "\n  "
        + " ".repeat(before.length() + from - first)
        + "^".repeat(carets);
  }
}
