package io.runboards.promql;

/**
 * Reads a regular expression in RE2 syntax, as the matchers of Prometheus use it, and tells whether
 * it is one and whether it matches the empty string.
 *
 * <p>Only the syntax is of interest here, so no automaton is built: the time is linear in the
 * length of the expression, whatever it repeats.
 */
final class RegexSyntax {
  /** Why a text is no regular expression. */
  static final class BadRegex extends Exception {
    private static final long serialVersionUID = 1;

    BadRegex(String message) {
      super(message, null, false, false);
    }
  }

  private static final int MAX_REPEATS = 1000;
  private static final int MAX_NESTING = 1000;

  private final String regex;
  private final RegexCharacters characters;
  private int pos;
  private int nesting;

  /** How often the element that was read last stands there: not once after flags or a text. */
  private int times = 1;

  private RegexSyntax(String regex) {
    this.regex = regex;
    this.characters = new RegexCharacters(regex);
  }

  /** Whether the expression matches the empty string. */
  static boolean matchesEmpty(String regex) throws BadRegex {
    RegexSyntax syntax = new RegexSyntax(regex);
    Part whole = syntax.alternatives();
    if (syntax.pos < regex.length()) {
      throw new BadRegex("unexpected ')'");
    }
    return whole.nullable;
  }

  /**
   * A part of the expression.
   *
   * @param nullable whether it matches the empty string
   * @param repeats how often its most repeated character is repeated at most
   */
  private record Part(boolean nullable, int repeats) {
    static final Part CHARACTER = new Part(false, 1);
    static final Part NOTHING = new Part(true, 1);

    Part then(Part next) {
      return new Part(nullable && next.nullable, Math.max(repeats, next.repeats));
    }

    Part or(Part other) {
      return new Part(nullable || other.nullable, Math.max(repeats, other.repeats));
    }
  }

  private Part alternatives() throws BadRegex {
    Part result = sequence();
    while (pos < regex.length() && regex.charAt(pos) == '|') {
      pos++;
      result = result.or(sequence());
    }
    return result;
  }

  private Part sequence() throws BadRegex {
    Part before = Part.NOTHING;
    Part last = null;
    boolean justRepeated = false;
    while (pos < regex.length() && regex.charAt(pos) != '|' && regex.charAt(pos) != ')') {
      int from = pos;
      Repeat repeat = repeat();
      if (repeat != null) {
        if (last == null) {
          throw new BadRegex("nothing stands before \"" + regex.substring(from, pos) + "\"");
        }
        if (justRepeated) {
          throw new BadRegex("\"" + regex.substring(from, pos) + "\" repeats a repetition");
        }
        last = repeat.of(last);
        justRepeated = true;
        continue;
      }
      justRepeated = false;
      Part next = element();
      for (int i = takeTimes(); i > 0; i--) {
        before = last == null ? before : before.then(last);
        last = next;
      }
    }
    return last == null ? before : before.then(last);
  }

  /** How often something may stand: {@code max} is -1 for "any number of times". */
  private record Repeat(int min, int max, boolean counted) {
    Part of(Part part) throws BadRegex {
      int most = max > 0 ? max : max < 0 ? Math.max(min, 1) : 1;
      long repeats = counted && max != 0 ? (long) part.repeats * most : part.repeats;
      if (counted && (min >= 2 || max >= 2) && repeats > MAX_REPEATS) {
        throw new BadRegex("repetitions multiply to more than " + MAX_REPEATS);
      }
      return new Part(part.nullable || min == 0, (int) repeats);
    }
  }

  /** The repetition operator at the current position, or null. */
  private Repeat repeat() throws BadRegex {
    Repeat repeat =
        switch (regex.charAt(pos)) {
          case '*' -> simple(0, -1);
          case '+' -> simple(1, -1);
          case '?' -> simple(0, 1);
          case '{' -> counted();
          default -> null;
        };
    if (repeat != null && pos < regex.length() && regex.charAt(pos) == '?') {
      pos++;
    }
    return repeat;
  }

  private Repeat simple(int min, int max) {
    pos++;
    return new Repeat(min, max, false);
  }

  /**
   * {@code {2}}, {@code {2,}} or {@code {2,3}}; a brace with anything else is a plain character.
   */
  private Repeat counted() throws BadRegex {
    int start = pos;
    pos++;
    int min = count();
    int max = min;
    if (min != NO_NUMBER && pos < regex.length() && regex.charAt(pos) == ',') {
      pos++;
      boolean open = pos < regex.length() && regex.charAt(pos) == '}';
      max = open ? -1 : count();
    }
    if (min == NO_NUMBER || max == NO_NUMBER || pos >= regex.length() || regex.charAt(pos) != '}') {
      pos = start;
      return null;
    }
    pos++;
    if (min > MAX_REPEATS || max > MAX_REPEATS || max >= 0 && min > max) {
      throw new BadRegex("bad repetition \"" + regex.substring(start, pos) + "\"");
    }
    return new Repeat(min, max, true);
  }

  private static final int NO_NUMBER = -2;

  private int count() {
    int from = pos;
    int value = 0;
    while (pos < regex.length() && isDigit(regex.charAt(pos))) {
      value = Math.min(value * 10 + (regex.charAt(pos) - '0'), MAX_REPEATS + 1);
      pos++;
    }
    boolean leadingZero = pos - from >= 2 && regex.charAt(from) == '0';
    return from == pos || leadingZero ? NO_NUMBER : value;
  }

  private int takeTimes() {
    int result = times;
    times = 1;
    return result;
  }

  /** One character, class, assertion or group; {@code times} says how many of them it was. */
  private Part element() throws BadRegex {
    char c = regex.charAt(pos);
    switch (c) {
      case '(':
        return group();
      case '[':
        pos = characters.afterClass(pos);
        return Part.CHARACTER;
      case '^', '$':
        pos++;
        return Part.NOTHING;
      case '\\':
        return backslash();
      default:
        pos = characters.afterCharacter(pos);
        return Part.CHARACTER;
    }
  }

  private Part group() throws BadRegex {
    pos++;
    if (++nesting > MAX_NESTING) {
      throw new BadRegex("groups nest more than " + MAX_NESTING + " levels deep");
    }
    if (regex.startsWith("?P<", pos) || regex.startsWith("?<", pos)) {
      groupName();
    } else if (regex.startsWith("?", pos) && flags()) {
      nesting--;
      times = 0;
      return Part.NOTHING;
    }
    Part inner = alternatives();
    if (pos >= regex.length()) {
      throw new BadRegex("missing ')'");
    }
    pos++;
    nesting--;
    return inner;
  }

  private void groupName() throws BadRegex {
    int from = regex.indexOf('<', pos) + 1;
    int to = regex.indexOf('>', from);
    boolean valid = to > from;
    for (int i = from; i < to; i++) {
      char c = regex.charAt(i);
      valid &= c == '_' || isDigit(c) || isLetter(c);
    }
    if (!valid) {
      throw new BadRegex("bad name of a group");
    }
    pos = to + 1;
  }

  /** Flags such as {@code (?i)}; true if they are all of the group, false if it goes on. */
  private boolean flags() throws BadRegex {
    boolean minus = false;
    boolean any = false;
    for (pos++; pos < regex.length(); pos++) {
      char c = regex.charAt(pos);
      if (c == 'i' || c == 'm' || c == 's' || c == 'U') {
        any = true;
      } else if (c == '-' && !minus) {
        minus = true;
        any = false;
      } else if ((c == ':' || c == ')') && (any || !minus)) {
        pos++;
        return c == ')';
      } else {
        break;
      }
    }
    throw new BadRegex("bad flags of a group");
  }

  private Part backslash() throws BadRegex {
    char next = pos + 1 < regex.length() ? regex.charAt(pos + 1) : 0;
    switch (next) {
      case 'A', 'B', 'z':
        pos += 2;
        return Part.NOTHING;
      case 'b':
        pos += 2;
        return new Part(false, 1);
      case 'Q':
        return literalText();
      default:
        pos = characters.afterEscape(pos);
        return Part.CHARACTER;
    }
  }

  /** {@code \Qtext\E}: as many characters as stand between, the last of which can be repeated. */
  private Part literalText() {
    int end = regex.indexOf("\\E", pos + 2);
    int to = end < 0 ? regex.length() : end;
    times = to - pos - 2;
    pos = end < 0 ? to : to + 2;
    return Part.CHARACTER;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
