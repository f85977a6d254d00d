package io.runboards.promql;

import io.runboards.promql.RegexSyntax.BadRegex;
import java.util.Set;

/** Reads what stands for one character of a regular expression: itself, an escape or a class. */
final class RegexCharacters {
  private static final Set<String> CATEGORIES =
      Set.of(
          "Any", "C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "LC", "Ll", "Lm", "Lo", "Lt", "Lu", "M",
          "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps",
          "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs");
  private static final Set<String> POSIX_CLASSES =
      Set.of(
          "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
          "space", "upper", "word", "xdigit");

  private final String regex;
  private int pos;

  RegexCharacters(String regex) {
    this.regex = regex;
  }

  /** Where the plain character at {@code from} ends. */
  int afterCharacter(int from) throws BadRegex {
    pos = from;
    character();
    return pos;
  }

  /** Where the escape or shorthand at the backslash {@code from} ends. */
  int afterEscape(int from) throws BadRegex {
    pos = from;
    if (!shorthandClass()) {
      escape();
    }
    return pos;
  }

  /** Where the class at the bracket {@code from} ends. */
  int afterClass(int from) throws BadRegex {
    pos = from;
    characterClass();
    return pos;
  }

  /** Reads {@code \d}, {@code \pL}, {@code \p{Greek}} and the like, if one stands here. */
  private boolean shorthandClass() throws BadRegex {
    if (pos + 1 >= regex.length()) {
      return false;
    }
    char kind = regex.charAt(pos + 1);
    if ("dDsSwW".indexOf(kind) >= 0) {
      pos += 2;
      return true;
    }
    if (kind != 'p' && kind != 'P') {
      return false;
    }
    int from = pos + 2;
    String name;
    if (regex.startsWith("{", from)) {
      int end = regex.indexOf('}', from);
      name = end < 0 ? "" : regex.substring(from + 1, end);
      pos = end < 0 ? from : end + 1;
    } else {
      int end = from < regex.length() ? regex.offsetByCodePoints(from, 1) : from;
      name = regex.substring(from, end);
      pos = end;
    }
    if (!isUnicodeClass(name.startsWith("^") ? name.substring(1) : name)) {
      throw new BadRegex("unknown class of characters \\" + kind + "{" + name + "}");
    }
    return true;
  }

  private static boolean isUnicodeClass(String name) {
    return CATEGORIES.contains(name) || UnicodeTables.SCRIPTS.contains(name);
  }

  private void characterClass() throws BadRegex {
    pos++;
    if (regex.startsWith("^", pos)) {
      pos++;
    }
    boolean first = true;
    while (first || !regex.startsWith("]", pos)) {
      first = false;
      if (regex.startsWith("[:", pos) && posixClass()) {
        continue;
      }
      if (regex.startsWith("\\", pos) && shorthandClass()) {
        continue;
      }
      int low = classCharacter();
      if (regex.startsWith("-", pos) && pos + 1 < regex.length() && regex.charAt(pos + 1) != ']') {
        pos++;
        int high = classCharacter();
        if (high < low) {
          throw new BadRegex("a range of characters runs backwards");
        }
      }
    }
    pos++;
  }

  private boolean posixClass() throws BadRegex {
    int end = regex.indexOf(":]", pos + 2);
    if (end < 0) {
      return false;
    }
    String name = regex.substring(pos + 2, end);
    if (!POSIX_CLASSES.contains(name.startsWith("^") ? name.substring(1) : name)) {
      throw new BadRegex("unknown class of characters [:" + name + ":]");
    }
    pos = end + 2;
    return true;
  }

  private int classCharacter() throws BadRegex {
    if (pos >= regex.length()) {
      throw new BadRegex("missing ']'");
    }
    return regex.charAt(pos) == '\\' ? escape() : character();
  }

  private int character() throws BadRegex {
    int point = regex.codePointAt(pos);
    if (point <= Character.MAX_VALUE && Character.isSurrogate((char) point)) {
      throw new BadRegex("invalid UTF-8");
    }
    pos += Character.charCount(point);
    return point;
  }

  private int escape() throws BadRegex {
    int from = pos;
    pos++;
    if (pos >= regex.length()) {
      throw new BadRegex("a backslash stands at the end");
    }
    int c = character();
    if (c < 0x80 && !RegexSyntax.isDigit(c) && !RegexSyntax.isLetter(c)) {
      return c;
    }
    int value = c == 'x' ? hexadecimal() : c >= '0' && c <= '7' ? octal(c) : named(c);
    if (value < 0) {
      throw new BadRegex("unknown escape sequence \"" + regex.substring(from, pos) + "\"");
    }
    return value;
  }

  private static int named(int c) {
    int index = "afnrtv".indexOf(c);
    return index < 0 ? -1 : "\u0007\f\n\r\t\u000b".charAt(index);
  }

  /** {@code \0}, {@code \07}, {@code \123}; a single digit but 0 would be a back reference. */
  private int octal(int first) {
    boolean more = pos < regex.length() && isOctal(regex.charAt(pos));
    if (first != '0' && !more) {
      return -1;
    }
    int value = first - '0';
    for (int i = 1; i < 3 && pos < regex.length() && isOctal(regex.charAt(pos)); i++) {
      value = value * 8 + (regex.charAt(pos++) - '0');
    }
    return value;
  }

  private int hexadecimal() throws BadRegex {
    if (!regex.startsWith("{", pos)) {
      int high = hexDigit();
      int low = hexDigit();
      return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
    pos++;
    int value = 0;
    int digits = 0;
    while (pos < regex.length() && regex.charAt(pos) != '}') {
      int digit = hexDigit();
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
      if (value > Character.MAX_CODE_POINT) {
        return -1;
      }
      digits++;
    }
    if (digits == 0 || pos >= regex.length()) {
      return -1;
    }
    pos++;
    return value;
  }

  private int hexDigit() throws BadRegex {
    int c = pos < regex.length() ? character() : -1;
    return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }
}
