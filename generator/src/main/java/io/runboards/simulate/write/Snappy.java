package io.runboards.simulate.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Snappy's block format, of which only the literal is used: the bytes as they are.
 *
 * <p>Remote write demands the format; a server reads it as fast as it copies.
 */
final class Snappy {
  private static final byte LITERAL_OF_LENGTH_IN_4_BYTES = (byte) (63 << 2);

  private Snappy() {}

  static byte[] compressed(byte[] bytes) {
    int header = Message.varintLength(bytes.length);
    boolean empty = bytes.length == 0;
    ByteBuffer all =
        ByteBuffer.allocate(header + (empty ? 0 : 1 + Integer.BYTES + bytes.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    int rest = bytes.length;
    while (rest > 0x7F) {
      all.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    all.put((byte) rest);
    if (!empty) {
      all.put(LITERAL_OF_LENGTH_IN_4_BYTES).putInt(bytes.length - 1).put(bytes);
    }
    return all.array();
  }
}
