package io.runboards.simulate.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes of a message in Protocol Buffers' format, which grow. */
final class Message {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[1 << 12];
  private ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** A field that is a number. */
  void number(int field, long value) {
    room(20);
    varint(field << 3 | VARINT);
    varint(value);
  }

  /** A field that is a floating-point number of these bits. */
  void fixed(int field, long bits) {
    room(18);
    varint(field << 3 | FIXED_64);
    view.putLong(size, bits);
    size += Long.BYTES;
  }

  /** A field of so many bytes, which are written next. */
  void field(int field, int length) {
    room(20);
    varint(field << 3 | LENGTH);
    varint(length);
  }

  /** A field of bytes. */
  void bytes(int field, byte[] value) {
    field(field, value.length);
    raw(value);
  }

  void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** How many bytes a number takes. */
  static int varintLength(long value) {
    return Math.max(1, Math.ceilDiv(Long.SIZE - Long.numberOfLeadingZeros(value), 7));
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
      view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
