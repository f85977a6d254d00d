package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series.Tag;
import java.util.List;

/** Whole series with all their samples as requests of Prometheus' remote write 1.0. */
public final class History implements AutoCloseable {
  /** In the place of a value: from here on, the series is gone. */
  public static final double GONE = Double.longBitsToDouble(Row.STALE);

  private static final int TIMESERIES = 1;
  private static final int LARGEST = 1 << 20;

  private final Sender sender;
  private final Message message = new Message();

  public History(Sender sender) {
    this.sender = sender;
  }

  /**
   * Adds samples of a series.
   *
   * @param name the name of its metric
   * @param tags its other labels
   * @param milliseconds when, from the oldest
   * @param values what it was worth then, or {@link #GONE}
   */
  public void add(String name, List<Tag> tags, long[] milliseconds, double[] values) {
    byte[] labels = Row.labels(name, tags);
    int length = labels.length;
    for (long time : milliseconds) {
      int sample = Row.length(time);
      length += 1 + Message.varintLength(sample) + sample;
    }
    message.field(TIMESERIES, length);
    message.raw(labels);
    for (int i = 0; i < milliseconds.length; i++) {
      Row.write(message, Double.doubleToRawLongBits(values[i]), milliseconds[i]);
    }
    if (message.size() >= LARGEST) {
      flush();
    }
  }

  /** Sends what waits. */
  public void flush() {
    if (message.size() > 0) {
      sender.send(Snappy.compressed(message.toBytes()));
      message.clear();
    }
  }

  @Override
  public void close() {
    flush();
  }
}
