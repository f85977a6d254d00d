package io.runboards.verify.grafana;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Grafana's plugin for Prometheus makes a value harmless before it puts it into a query.
 *
 * <p>The value lands inside of a string in double quotes, so a backslash that the regular
 * expression shall see is written twice.
 */
public enum Escaping {
  /**
   * As Grafana comes. A double quote ends the string, and where a variable stands for one value a
   * single quote gets a backslash that the label does not have: no such value is found.
   */
  USUAL {
    @Override
    String plain(String value) {
      return value.replace("\\", "\\\\").replace("'", "\\\\'");
    }

    @Override
    String regex(String value) {
      return meta(META, value.replace("\\", "\\\\\\\\"));
    }

    @Override
    boolean spoils(String value, boolean regex) {
      return value.contains("\"") || value.contains("\n") || !regex && value.contains("'");
    }
  },
  /** With its feature toggle {@code prometheusSpecialCharsInLabelValues}. */
  WITH_QUOTES {
    @Override
    String plain(String value) {
      return MATCHER.matcher(value).matches()
          ? value
          : value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    String regex(String value) {
      String quoted = value.replace("\\", "\\\\\\\\").replace("\"", "\\\\\\\"");
      return meta(META_AND_QUOTE, quoted);
    }

    @Override
    boolean spoils(String value, boolean regex) {
      return value.contains("\n") || !regex && MATCHER.matcher(value).matches();
    }
  };

  private static final Pattern META = Pattern.compile("[$^*{}\\[\\]+?.()|]");
  private static final Pattern META_AND_QUOTE = Pattern.compile("[$^*{}\\[\\]'+?.()|]");
  private static final Pattern MATCHER = Pattern.compile("\\w+(=|!=|=~|!~)\".*\"");

  /** A value of a variable of which one value can be chosen. */
  abstract String plain(String value);

  /** A value of a variable of which several values or all can be chosen. */
  abstract String regex(String value);

  /** Whether a query with the value asks for something else, or is none. */
  abstract boolean spoils(String value, boolean regex);

  private static String meta(Pattern characters, String value) {
    return characters
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement("\\\\" + found.group()));
  }
}
