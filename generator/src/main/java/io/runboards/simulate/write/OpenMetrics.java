package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Samples as lines of OpenMetrics text, in the order in which they come.
 *
 * <p>The text has no word for a series that is gone: it just has no more lines.
 */
public final class OpenMetrics implements Journal {
  private static final int FULL = 1 << 16;
  private static final byte[] END = {'#', ' ', 'E', 'O', 'F', '\n'};

  private final Heads heads;
  private final OutputStream out;
  private final Digits digits = new Digits();
  private final byte[] time = new byte[Digits.MOST];
  private int timeEnds;
  private byte[] lines = new byte[FULL];
  private int end;

  /** Closing it closes the stream, too. */
  public OpenMetrics(OutputStream out) {
    this(new Heads(tag -> true), out);
  }

  OpenMetrics(Heads heads, OutputStream out) {
    this.heads = heads;
    this.out = out;
  }

  @Override
  public void at(long second) {
    time[0] = ' ';
    timeEnds = Digits.write(second, time, 1);
  }

  @Override
  public void sample(Series series) {
    byte[] head = heads.of(series);
    room(head.length + 2 * Digits.MOST);
    put(head, head.length);
    end = digits.write(series.value(), lines, end);
    put(time, timeEnds);
    lines[end++] = '\n';
  }

  @Override
  public void gone(Series series) {
    heads.forget(series);
  }

  private void put(byte[] bytes, int length) {
    System.arraycopy(bytes, 0, lines, end, length);
    end += length;
  }

  private void room(int bytes) {
    if (end + bytes > lines.length) {
      flush();
      if (bytes > lines.length) {
        lines = new byte[bytes];
      }
    }
  }

  private void flush() {
    try {
      out.write(lines, 0, end);
      end = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (out) {
      room(END.length);
      put(END, END.length);
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
