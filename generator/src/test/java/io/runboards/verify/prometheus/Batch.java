package io.runboards.verify.prometheus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/** Samples as remote write takes them, in the plainest way: Snappy that copies nothing. */
final class Batch {
  private static final int CHUNK = 1 << 16;

  private final ByteArrayOutputStream series = new ByteArrayOutputStream();

  /** Adds one series, with a sample at each of so many steps. */
  Batch with(LabelSet labels, long start, long step, int count, LongToDoubleFunction value) {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    for (Map.Entry<String, String> label : labels.values().entrySet()) {
      ByteArrayOutputStream pair = new ByteArrayOutputStream();
      field(pair, 1, label.getKey().getBytes(StandardCharsets.UTF_8));
      field(pair, 2, label.getValue().getBytes(StandardCharsets.UTF_8));
      field(one, 1, pair.toByteArray());
    }
    for (int i = 0; i < count; i++) {
      long time = start + i * step;
      ByteArrayOutputStream sample = new ByteArrayOutputStream();
      sample.write(1 << 3 | 1);
      sample.writeBytes(
          ByteBuffer.allocate(8)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putDouble(value.applyAsDouble(time))
              .array());
      sample.write(2 << 3);
      varint(sample, time);
      field(one, 2, sample.toByteArray());
    }
    field(series, 1, one.toByteArray());
    return this;
  }

  byte[] packed() {
    byte[] plain = series.toByteArray();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    varint(packed, plain.length);
    for (int i = 0; i < plain.length; i += CHUNK) {
      int length = Math.min(CHUNK, plain.length - i);
      packed.write(61 << 2);
      packed.write(length - 1 & 0xff);
      packed.write(length - 1 >> 8);
      packed.write(plain, i, length);
    }
    return packed.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] content) {
    out.write(number << 3 | 2);
    varint(out, content.length);
    out.writeBytes(content);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
