package io.runboards.dashboard;

/**
 * The line of Java that wrote a panel or a query.
 *
 * @param file the file's name, such as {@code GpuNodes.java}
 * @param line the line, counted from 1
 */
public record Origin(String file, int line) {
  private static final String HERE = Origin.class.getPackageName() + ".";
  private static final StackWalker STACK = StackWalker.getInstance();

  /** The line outside of this package that the program is at. */
  static Origin caller() {
    return STACK.walk(frames ->
        frames
            .filter(frame -> !frame.getClassName().startsWith(HERE))
            .findFirst()
            .map(frame -> new Origin(frame.getFileName(), frame.getLineNumber()))
            .orElseThrow());
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
