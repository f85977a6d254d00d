package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.scrape.Series.Tag;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples as requests of Prometheus' remote write 1.0.
 *
 * <p>Many moments of a series go together, so that its labels are sent seldom. A series that is
 * gone is said to be so, by Prometheus' stale marker.
 */
public final class WriteRequests implements Journal {
  private static final int TIMESERIES = 1;
  private static final int LARGEST = 1 << 20;
  private static final int MOST_WAITING = 4_000_000;

  private final Sender sender;
  private final Map<Series, Row> rows = new IdentityHashMap<>();
  private final Map<Labels, Row> byLabels = new LinkedHashMap<>();
  private final long[] milliseconds = new long[Row.MOST];
  private final Message message = new Message();
  private int moments;
  private int waiting;

  /** What makes a series the one that it is. */
  private record Labels(String name, List<Tag> tags) {}

  public WriteRequests(Sender sender) {
    this.sender = sender;
  }

  @Override
  public void at(long second) {
    if (moments == Row.MOST || waiting >= MOST_WAITING) {
      flush();
    }
    milliseconds[moments++] = Math.multiplyExact(second, 1_000L);
  }

  @Override
  public void sample(Series series) {
    row(series).add(moments - 1, series.value());
    waiting++;
  }

  @Override
  public void gone(Series series) {
    row(series).end(moments - 1);
    waiting++;
  }

  private Row row(Series series) {
    Row known = rows.get(series);
    if (known != null) {
      return known;
    }
    Labels labels = new Labels(series.name(), series.tags());
    Row row = byLabels.computeIfAbsent(labels, it -> new Row(series));
    rows.put(series, row);
    return row;
  }

  /** Sends what waits. */
  public void flush() {
    for (Row row : byLabels.values()) {
      if (!row.isEmpty()) {
        row.drainTo(message, TIMESERIES, milliseconds);
      }
      if (message.size() >= LARGEST) {
        send();
      }
    }
    byLabels.values().removeIf(Row::isGone);
    rows.values().removeIf(Row::isGone);
    send();
    moments = 0;
    waiting = 0;
  }

  private void send() {
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
