package io.runboards.finding;

/**
 * Where a finding stands: characters {@code start} (inclusive) to {@code end} (exclusive) of a
 * named source.
 *
 * @param source the file, or the name of what was read, such as {@code expression}
 * @param line the line of {@code start}, counted from 1
 * @param column the code point of that line at which {@code start} stands, counted from 1
 * @param start the first code point, counted from the beginning of the source, from 0
 * @param end the code point after the last one
 */
public record Place(String source, int line, int column, int start, int end) {
  public Place {
    if (line < 1 || column < 1 || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a place must lie in its source: " + (line + ":" + column + ", " + start + " to " + end));
    }
  }

  /** The place of the UTF-16 units {@code from} to {@code to} of {@code text}. */
  public static Place in(String source, String text, int from, int to) {
    int lineStart = text.lastIndexOf('\n', from - 1) + 1;
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int start = text.codePointCount(0, from);
    return new Place(
        source,
        line,
        1 + text.codePointCount(lineStart, from),
        start,
        start + text.codePointCount(from, to));
  }

  /** {@code source:line:column}, the form that editors and CI systems turn into a link. */
  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
