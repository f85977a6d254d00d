package io.runboards.site;

import io.runboards.finding.Place;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.site.Fields.Meaning;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Fields.Part;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What texts of a site file mean that stand in several of its sections. */
final class Meanings {
  private static final Pattern PATH = Pattern.compile("(/(?!\\.\\.?(/|$))[A-Za-z0-9._-]+)+");
  private static final Pattern FILE = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");
  private static final Pattern KEY =
      Pattern.compile("[0-9a-zA-Z+/]{20,}|xox[a-z]-.*|gl[a-z]{1,4}_.*|eyJ.*|.*://.*");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern PASSWORD = Pattern.compile(".*//.*@.*");
  private static final Pattern LENGTH =
      Pattern.compile("(?=.)(\\d{1,4}y)?(\\d{1,5}w)?(\\d{1,6}d)?(\\d{1,7}h)?(\\d{1,9}m)?(\\d{1,9}s)?");

  private Meanings() {}

  /** A text of a form. */
  static Outcome<String> matching(Pattern form, String text, String message, String advice) {
    return form.matcher(text).matches() ? new Good<>(text) : new Bad<>(message, advice);
  }

  static Outcome<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> new Good<>(true);
      case "false" -> new Good<>(false);
      default -> new Bad<>("'" + text + "' is neither true nor false", "");
    };
  }

  /** A whole number of which there is at least one. */
  static Outcome<Integer> count(String text) {
    return whole(1, SiteKeys.MOST).of(text);
  }

  static Outcome<Integer> port(String text) {
    return switch (whole(1, SiteKeys.LAST_PORT).of(text)) {
      case Good<Integer> good -> good;
      case Bad<Integer> bad -> new Bad<>("'" + text + "' is no port: there are 1 to 65535", "");
    };
  }

  /** A whole number between two others. */
  static Meaning<Integer> whole(int least, int most) {
    return text -> {
      boolean isNumber = text.matches("0|[1-9][0-9]{0,9}");
      long number = isNumber ? Long.parseLong(text) : -1;
      return isNumber && least <= number && number <= most
          ? new Good<>((int) number)
          : new Bad<>("'" + text + "' is no number from " + least + " to " + most, "");
    };
  }

  /** How long samples are kept; nothing means for ever. */
  static Outcome<String> length(String text) {
    return text.equals("0")
        ? new Good<>("0s")
        : matching(LENGTH, text, "'" + text + "' is no length of time", "Write one such as 90d");
  }

  /** A name or an address of a computer, without a port. */
  static Outcome<String> host(String text) {
    return matching(
        HOST,
        text,
        "'" + text + "' is no host",
        "Write a name or an address, such as node-1.example.org; a port has a key of its own");
  }

  /** A whole path of a file or folder. */
  static Outcome<String> path(String text) {
    return matching(
        PATH, text, "this is no whole path", "Write one such as /run/secrets");
  }

  /** The name of a secret's file. What may be the secret itself is never repeated in a message. */
  static Outcome<String> secret(String text) {
    if (KEY.matcher(text).matches()) {
      return new Bad<>(
          "this looks like the secret itself", "Write the name of the file that holds it");
    }
    return matching(
        FILE,
        text,
        "this is no name of a file that holds a secret",
        "Write capital letters, digits and _, such as SMTP_PASSWORD");
  }

  /** A selector of series, which may fit all of them. */
  static Outcome<String> selector(String text) {
    try {
      Promql.matchers(text);
      return new Good<>(text);
    } catch (ParseException e) {
      Place place = e.place("selector");
      return new Bad<>(
          "this is no selector of series: " + e.getMessage(),
          "Write one such as '{secret!=\"true\"}'",
          Optional.of(new Part(place.start(), place.end())));
    }
  }

  /** One of a few values, by its name. */
  static <T> Meaning<T> word(String what, List<T> values, Function<T, String> name) {
    List<String> words = values.stream().map(name).toList();
    return text ->
        words.contains(text)
            ? new Good<>(values.get(words.indexOf(text)))
            : new Bad<>("'" + text + "' is no " + what, Complaints.suggestion(text, words));
  }

  /**
   * An address without a slash at the end, to which paths can be added. A wrong one may hold a
   * password, and is not repeated in a message.
   */
  static Outcome<URI> url(String text) {
    String advice = "Write one such as https://example.org/path";
    if (PASSWORD.matcher(text).matches()) {
      return new Bad<>("an address must not hold a password", advice);
    }
    try {
      URI url = new URI(text.replaceFirst("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (!web || url.getHost() == null) {
        return new Bad<>("this is no http address", advice);
      }
      return url.getQuery() == null && url.getFragment() == null
          ? new Good<>(url)
          : new Bad<>("an address must not have parts behind ? or #", advice);
    } catch (URISyntaxException e) {
      return new Bad<>("this is no http address", advice);
    }
  }
}
