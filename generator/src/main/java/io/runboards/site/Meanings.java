package io.runboards.site;

import io.runboards.site.Fields.Meaning;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** What texts of a site file mean that stand in several of its sections. */
final class Meanings {
  private static final int MOST = 100_000;

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
    boolean isNumber = text.matches("[1-9][0-9]{0,5}");
    return isNumber && Integer.parseInt(text) <= MOST
        ? new Good<>(Integer.parseInt(text))
        : new Bad<>("'" + text + "' is no number from 1 to " + MOST, "");
  }

  /** One of a few words. */
  static Meaning<String> oneOf(String what, List<String> words) {
    return text ->
        words.contains(text)
            ? new Good<>(text)
            : new Bad<>("'" + text + "' is no " + what, Complaints.suggestion(text, words));
  }

  /** An address without a slash at the end, to which paths can be added. */
  static Outcome<URI> url(String text) {
    String advice = "Write one such as https://example.org/path";
    try {
      URI url = new URI(text.replaceFirst("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (!web || url.getHost() == null) {
        return new Bad<>("'" + text + "' is no http address", advice);
      }
      if (url.getUserInfo() != null) {
        return new Bad<>("an address must not hold a password", advice);
      }
      return url.getQuery() == null && url.getFragment() == null
          ? new Good<>(url)
          : new Bad<>("'" + text + "' has parts behind ? or #", advice);
    } catch (URISyntaxException e) {
      return new Bad<>("'" + text + "' is no http address", advice);
    }
  }
}
