package io.runboards.simulate.write;

import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.scrape.Series.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A series with its samples that were not sent yet. */
final class Row {
  /** At most so many moments, one for each bit of {@link #moments}. */
  static final int MOST = 60;

  /** The value that tells Prometheus that a series is gone. */
  static final long STALE = 0x7ff0000000000002L;

  private static final int LABELS = 1;
  private static final int SAMPLES = 2;
  private static final int NAME = 1;
  private static final int VALUE = 2;
  private static final int SAMPLE_VALUE = 1;
  private static final int SAMPLE_TIME = 2;

  private final String name;
  private final byte[] labels;
  private long[] values = new long[8];
  private int count;
  private long moments;
  private boolean gone;

  Row(Series series) {
    name = series.toString();
    labels = labels(series.name(), series.tags());
  }

  static byte[] labels(String name, List<Tag> others) {
    List<Tag> tags = new ArrayList<>(others);
    tags.add(new Tag("__name__", name));
    Collections.sort(tags);
    Message all = new Message();
    Message one = new Message();
    for (Tag tag : tags) {
      one.clear();
      one.bytes(NAME, tag.name().getBytes(StandardCharsets.UTF_8));
      one.bytes(VALUE, tag.value().getBytes(StandardCharsets.UTF_8));
      all.bytes(LABELS, one.toBytes());
    }
    return all.toBytes();
  }

  void add(int moment, double value) {
    if (isSeen(moment)) {
      if (!gone) {
        throw new IllegalStateException("two targets show " + name);
      }
      count--;
    }
    put(moment, Double.doubleToRawLongBits(value));
    gone = false;
  }

  /** One that shows itself again under the same labels in the same moment is not gone. */
  void end(int moment) {
    if (!isSeen(moment)) {
      put(moment, STALE);
      gone = true;
    }
  }

  private boolean isSeen(int moment) {
    return (moments >>> moment & 1) == 1;
  }

  private void put(int moment, long bits) {
    if (count == values.length) {
      values = Arrays.copyOf(values, Math.min(MOST, 2 * count));
    }
    values[count++] = bits;
    moments |= 1L << moment;
  }

  /** Whether nothing is known of it after its last sample. */
  boolean isGone() {
    return gone;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Writes the samples as the field of a message, and forgets them. */
  void drainTo(Message message, int field, long[] milliseconds) {
    int length = labels.length;
    for (long rest = moments; rest != 0; rest &= rest - 1) {
      int sample = length(milliseconds[Long.numberOfTrailingZeros(rest)]);
      length += 1 + Message.varintLength(sample) + sample;
    }
    message.field(field, length);
    message.raw(labels);
    int at = 0;
    for (long rest = moments; rest != 0; rest &= rest - 1) {
      long time = milliseconds[Long.numberOfTrailingZeros(rest)];
      write(message, values[at++], time);
    }
    count = 0;
    moments = 0;
  }

  /** Writes one sample. */
  static void write(Message message, long bits, long time) {
    message.field(SAMPLES, length(time));
    message.fixed(SAMPLE_VALUE, bits);
    message.number(SAMPLE_TIME, time);
  }

  /** How many bytes the fields of a sample take. */
  static int length(long time) {
    return 1 + Long.BYTES + 1 + Message.varintLength(time);
  }
}
