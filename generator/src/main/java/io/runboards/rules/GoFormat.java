package io.runboards.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A format of {@code printf} for one value, as Go reads it.
 *
 * @param format the format: {@code %.1f GPUs}
 */
record GoFormat(String format) {
  private static final Pattern VERB = Pattern.compile("%([-+ 0]*)(\\d+)?(?:\\.(\\d*))?([A-Za-z%])");
  private static final int USUAL = 6;

  /** The value in this format. */
  String print(TemplateValue value) {
    StringBuilder text = new StringBuilder();
    Matcher verb = VERB.matcher(unquoted());
    boolean printed = false;
    while (verb.find()) {
      boolean isSign = verb.group(4).equals("%");
      String what = isSign ? "%" : printed ? "%!" + verb.group(4) + "(MISSING)" : one(verb, value);
      verb.appendReplacement(text, Matcher.quoteReplacement(what));
      printed |= !isSign;
    }
    verb.appendTail(text);
    if (!printed) {
      text.append("%!(EXTRA ").append(typed(value)).append(')');
    }
    return text.toString();
  }

  private String unquoted() {
    return format
        .replace("\\\"", "\"")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\\\", "\\");
  }

  private static String one(Matcher verb, TemplateValue value) {
    char kind = verb.group(4).charAt(0);
    boolean hasPrecision = verb.group(3) != null;
    int precision =
        !hasPrecision ? USUAL : verb.group(3).isEmpty() ? 0 : Integer.parseInt(verb.group(3));
    return switch (value) {
      case TemplateValue.OfText(String text) ->
          kind == 's' || kind == 'v'
              ? padded(hasPrecision ? start(text, precision) : text, verb, false)
              : "%!" + kind + "(" + typed(value) + ")";
      case TemplateValue.OfNumber(double number) ->
          switch (kind) {
            case 'f', 'F' -> padded(GoFloat.fixed(number, precision), verb, true);
            case 'e' -> padded(GoFloat.exponential(number, precision), verb, true);
            case 'g', 'v' ->
                padded(
                    hasPrecision ? GoFloat.general(number, precision) : GoFloat.shortest(number),
                    verb,
                    true);
            default -> "%!" + kind + "(" + typed(value) + ")";
          };
    };
  }

  private static String start(String text, int characters) {
    int count = Math.min(characters, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, count));
  }

  private static String typed(TemplateValue value) {
    return (value instanceof TemplateValue.OfText ? "string=" : "float64=") + value;
  }

  private static String padded(String text, Matcher verb, boolean isNumber) {
    String flags = verb.group(1);
    int width = verb.group(2) == null ? 0 : Integer.parseInt(verb.group(2));
    String signed = isNumber ? signed(text, flags) : text;
    int missing = Math.max(0, width - signed.codePointCount(0, signed.length()));
    if (flags.contains("-")) {
      return signed + " ".repeat(missing);
    }
    boolean zeros =
        flags.contains("0") && (!isNumber || Character.isDigit(text.charAt(text.length() - 1)));
    if (!zeros) {
      return " ".repeat(missing) + signed;
    }
    int start = isNumber && !Character.isDigit(signed.charAt(0)) ? 1 : 0;
    return signed.substring(0, start) + "0".repeat(missing) + signed.substring(start);
  }

  private static String signed(String number, String flags) {
    boolean hasSign = number.startsWith("-") || number.startsWith("+");
    if (number.equals("+Inf") && !flags.contains("+")) {
      return flags.contains(" ") ? " Inf" : number;
    }
    return hasSign
        ? number
        : flags.contains("+") ? "+" + number : flags.contains(" ") ? " " + number : number;
  }
}
