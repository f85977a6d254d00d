package io.runboards.dashboard;

import java.util.List;

/**
 * The line of Java that wrote a panel, a query or a rule.
 *
 * @param file the file's name, such as {@code GpuNodes.java}
 * @param line the line, counted from 1
 */
public record Origin(String file, int line) {
  /** The packages in whose words authors write. */
  private static final List<String> WORDS =
      List.of("io.runboards.dashboard.", "io.runboards.query.", "io.runboards.rules.");

  private static final StackWalker STACK = StackWalker.getInstance();

  /** The line that the program is at, of those outside of these packages. */
  public static Origin caller() {
    return STACK.walk(frames ->
        frames
            .filter(frame -> WORDS.stream().noneMatch(frame.getClassName()::startsWith))
            .findFirst()
            .map(frame -> new Origin(frame.getFileName(), frame.getLineNumber()))
            .orElseThrow());
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
