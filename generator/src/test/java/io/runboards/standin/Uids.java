package io.runboards.standin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Grafana takes for a uid. */
final class Uids {
  private static final int LONGEST = 40;
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_-]*");

  private Uids() {}

  /** What is wrong with a uid. */
  static Optional<String> mistake(String uid) {
    if (uid.length() > LONGEST) {
      return Optional.of("uid too long, max 40 characters");
    }
    return FORM.matcher(uid).matches()
        ? Optional.empty()
        : Optional.of("uid contains illegal characters");
  }

  /** A title as a part of an address. */
  static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
