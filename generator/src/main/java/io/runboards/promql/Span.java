package io.runboards.promql;

/**
 * The characters of the source that a part of a query was read from, as UTF-16 offsets.
 *
 * <p>Where something was written is no part of what it says. So all spans are equal, and two trees
 * are equal when they say the same. Compare {@link #start()} and {@link #end()} to compare places.
 */
public final class Span {
  /** The span of what was built by hand and never stood in a source. */
  public static final Span NONE = new Span(0, 0);

  private final int start;
  private final int end;

  public Span(int start, int end) {
    this.start = start;
    this.end = end;
  }

  /** The first character. */
  public int start() {
    return start;
  }

  /** The character after the last one. */
  public int end() {
    return end;
  }

  /** The part of {@code source} that this span covers. */
  public String of(String source) {
    return source.substring(start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }
}
