package io.runboards.finding;

import java.util.Arrays;

/** Shows a finding in its text: the line, and carets under the characters it is about. */
public final class Excerpt {
  private static final int WIDTH = 100;
  private static final String CUT = "…";

  /** The code points that take two columns of a terminal, from and to; emoji are found apart. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x20000, 0x3FFFD}
  };

  private Excerpt() {}

  /** The line on which the place stands and a line of carets, each indented by two spaces. */
  public static String of(String text, Place place) {
    int[] line = line(text, place.line());
    int from = Math.min(place.column() - 1, line.length);
    int length = Math.max(1, Math.min(place.end() - place.start(), line.length - from));
    int first = Math.max(0, Math.min(from - WIDTH / 2, line.length - WIDTH));
    int last = Math.min(line.length, first + WIDTH);
    String before = first > 0 ? CUT : "";
    String after = last < line.length ? CUT : "";
    String shown = before + new String(line, first, last - first) + after;
    int indent = before.length() + cells(line, first, from);
    int carets = Math.max(1, cells(line, from, Math.min(from + length, last)));
    return ("  " + shown).stripTrailing() + "\n  " + " ".repeat(indent) + "^".repeat(carets);
  }

  /** The code points of a line; what a terminal would not print becomes a space. */
  private static int[] line(String text, int number) {
    return Arrays.stream(text.split("\n", -1))
        .skip(number - 1L)
        .findFirst()
        .orElse("")
        .replaceFirst("\r$", "")
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .toArray();
  }

  /** How many columns of a terminal some code points take. */
  private static int cells(int[] line, int from, int to) {
    return from < to ? Arrays.stream(line, from, to).map(Excerpt::cells).sum() : 0;
  }

  private static int cells(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return Character.isEmojiPresentation(codePoint)
        || Arrays.stream(WIDE).anyMatch(range -> range[0] <= codePoint && codePoint <= range[1]);
  }
}
