package io.runboards.promql;

import java.nio.charset.StandardCharsets;

/**
 * String literals, read and written exactly as Prometheus does it.
 *
 * <p>A PromQL string holds bytes, which {@code "\xff"} can make invalid as UTF-8. Such a byte
 * becomes a lone surrogate (U+DC00 plus the byte), which no valid text contains.
 */
final class Quoting {
  private static final char BYTE_MARK = '\uDC00';
  private static final String SHORT_ESCAPES = "abfnrtv";
  private static final String SHORT_ESCAPED = "\u0007\b\f\n\r\t\u000b";
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Quoting() {}

  /** The value of a literal that the lexer has accepted, quotes included. */
  static String unquote(String literal) {
    String inner = literal.substring(1, literal.length() - 1);
    if (literal.charAt(0) == '`' || inner.indexOf('\\') < 0) {
      return inner;
    }
    byte[] bytes = new byte[inner.length() * 3];
    int length = 0;
    int i = 0;
    while (i < inner.length()) {
      int c = inner.codePointAt(i);
      i += Character.charCount(c);
      boolean isByte = false;
      if (c == '\\') {
        char kind = inner.charAt(i++);
        int digits =
            switch (kind) {
              case 'x' -> 2;
              case 'u' -> 4;
              case 'U' -> 8;
              default -> 0;
            };
        if (digits > 0) {
          c = Integer.parseInt(inner, i, i + digits, 16);
          i += digits;
          isByte = kind == 'x';
        } else if (kind >= '0' && kind <= '7') {
          c = Integer.parseInt(inner, i - 1, i + 2, 8);
          i += 2;
          isByte = true;
        } else {
          int short_ = SHORT_ESCAPES.indexOf(kind);
          c = short_ < 0 ? kind : SHORT_ESCAPED.charAt(short_);
        }
      }
      if (isByte || c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        byte[] utf8 = Character.toString(c).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
      }
    }
    return decode(bytes, length);
  }

  private static String decode(byte[] bytes, int length) {
    StringBuilder out = new StringBuilder(length);
    int i = 0;
    while (i < length) {
      int size = sequenceLength(bytes, i, length);
      if (size == 0) {
        out.append((char) (BYTE_MARK + (bytes[i] & 0xff)));
        i++;
      } else {
        out.append(new String(bytes, i, size, StandardCharsets.UTF_8));
        i += size;
      }
    }
    return out.toString();
  }

  /** The length of the valid UTF-8 sequence at {@code i}, or 0. */
  private static int sequenceLength(byte[] bytes, int i, int length) {
    int first = bytes[i] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || i + size > length) {
      return 0;
    }
    int point = first & (0x7f >> size);
    for (int k = 1; k < size; k++) {
      int next = bytes[i + k] & 0xff;
      if ((next & 0xc0) != 0x80) {
        return 0;
      }
      point = point << 6 | next & 0x3f;
    }
    boolean overlong = size == 3 && point < 0x800 || size == 4 && point < 0x10000;
    boolean outside = point >= 0xd800 && point < 0xe000 || point > 0x10ffff;
    return overlong || outside ? 0 : size;
  }

  /** Whether the text has bytes that are no valid UTF-8. */
  static boolean hasInvalidBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the text in double quotes, with what cannot be printed escaped. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        if (c == '"' || c == '\\') {
          out.append('\\');
        }
        out.append(c);
        i++;
      } else {
        int point = text.codePointAt(i);
        escape(point, out);
        i += Character.charCount(point);
      }
    }
    out.append('"');
  }

  private static void escape(int point, StringBuilder out) {
    int short_ = SHORT_ESCAPED.indexOf(point);
    if (short_ >= 0) {
      out.append('\\').append(SHORT_ESCAPES.charAt(short_));
    } else if (point < ' ' || point == 0x7f) {
      out.append("\\x");
      hex(point, 2, out);
    } else if (Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE) {
      out.append("\\x");
      hex(point - BYTE_MARK, 2, out);
    } else if (UnicodeTables.isPrintable(point)) {
      out.appendCodePoint(point);
    } else if (point < 0x10000) {
      out.append("\\u");
      hex(point, 4, out);
    } else {
      out.append("\\U");
      hex(point, 8, out);
    }
  }

  private static void hex(int value, int digits, StringBuilder out) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX[value >> shift & 0xf]);
    }
  }
}
