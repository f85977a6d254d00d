package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a remote write request as the formats' specifications say, and knows no other fields. */
final class ReadRequest {
  private static final long STALE = 0x7ff0000000000002L;

  final List<Point> samples = new ArrayList<>();
  final List<Point> ends = new ArrayList<>();

  static ReadRequest of(List<byte[]> bodies) {
    ReadRequest read = new ReadRequest();
    for (byte[] body : bodies) {
      read.request(ByteBuffer.wrap(unpacked(body)));
    }
    return read;
  }

  static byte[] unpacked(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    byte[] out = new byte[(int) varint(in)];
    int at = 0;
    while (in.hasRemaining()) {
      int tag = in.get() & 0xFF;
      int offset = 0;
      int length = (tag >> 2) + 1;
      switch (tag & 3) {
        case 0 -> length = length <= 60 ? length : 1 + (int) number(in, length - 60);
        case 1 -> {
          length = 4 + (tag >> 2 & 7);
          offset = (tag >> 5) << 8 | in.get() & 0xFF;
        }
        case 2 -> offset = (int) number(in, 2);
        default -> offset = (int) number(in, 4);
      }
      if ((tag & 3) == 0) {
        in.get(out, at, length);
      } else {
        assertThat(offset).isBetween(1, at);
        for (int i = 0; i < length; i++) {
          out[at + i] = out[at + i - offset];
        }
      }
      at += length;
    }
    assertThat(at).isEqualTo(out.length);
    return out;
  }

  private static long number(ByteBuffer in, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (in.get() & 0xFFL) << 8 * i;
    }
    return number;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private void request(ByteBuffer in) {
    while (in.hasRemaining()) {
      assertThat(varint(in)).isEqualTo(1 << 3 | 2);
      series(part(in));
    }
  }

  private static ByteBuffer part(ByteBuffer in) {
    int length = (int) varint(in);
    ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return part;
  }

  private void series(ByteBuffer in) {
    Map<String, String> labels = new TreeMap<>();
    List<String> order = new ArrayList<>();
    while (in.hasRemaining()) {
      long tag = varint(in);
      ByteBuffer part = part(in);
      if (tag == (1 << 3 | 2)) {
        assertThat(varint(part)).isEqualTo(1 << 3 | 2);
        String name = text(part(part));
        assertThat(varint(part)).isEqualTo(2 << 3 | 2);
        labels.put(name, text(part(part)));
        order.add(name);
      } else {
        assertThat(tag).isEqualTo(2 << 3 | 2);
        sample(labels, part);
      }
    }
    assertThat(order).isSorted().doesNotHaveDuplicates();
  }

  private void sample(Map<String, String> labels, ByteBuffer part) {
    assertThat(varint(part)).isEqualTo(1 << 3 | 1);
    long bits = part.getLong();
    assertThat(varint(part)).isEqualTo(2 << 3);
    Point point = Point.of(labels, varint(part), Double.longBitsToDouble(bits));
    (bits == STALE ? ends : samples).add(point);
  }

  private static String text(ByteBuffer part) {
    return StandardCharsets.UTF_8.decode(part).toString();
  }
}
