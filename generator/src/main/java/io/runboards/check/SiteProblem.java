package io.runboards.check;

import io.runboards.finding.Severity;
import java.util.List;

/**
 * What a check has against a value of a site.
 *
 * @param severity how bad it is
 * @param keys the keys that lead to the value in the site's file
 * @param message what is wrong with it
 * @param advice what to do about it; empty when the message says it already
 */
record SiteProblem(Severity severity, List<String> keys, String message, String advice) {
  SiteProblem {
    keys = List.copyOf(keys);
  }

  static SiteProblem error(List<String> keys, String message) {
    return new SiteProblem(Severity.ERROR, keys, message, "");
  }

  static SiteProblem warning(List<String> keys, String message) {
    return new SiteProblem(Severity.WARNING, keys, message, "");
  }

  static SiteProblem info(List<String> keys, String message) {
    return new SiteProblem(Severity.INFO, keys, message, "");
  }

  SiteProblem advise(String what) {
    return new SiteProblem(severity, keys, message, what);
  }
}
