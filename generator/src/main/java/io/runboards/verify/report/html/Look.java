package io.runboards.verify.report.html;

import io.runboards.verify.proof.Verdict;

/** How a verdict looks: never only a colour, but a sign and a word as well. */
final class Look {
  private Look() {}

  /** The drawings that all signs of the page are copies of. */
  static void signs(Html html) {
    html.in(
        Tag.of("svg", "signs").with("aria-hidden", "true"),
        () -> {
          for (Verdict verdict : Verdict.values()) {
            html.in(
                Tag.of("symbol").with("id", "sign-" + verdict.id()).with("viewBox", "0 0 16 16"),
                () -> html.in(Tag.of("path").with("d", drawing(verdict)), ""));
          }
        });
  }

  private static String drawing(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> "M8 1.5a6.5 6.5 0 1 0 .01 0M4.8 8.3l2.2 2.2 4.3-4.7";
      case EMPTY_ALLOWED -> "M8 1.5a6.5 6.5 0 1 0 .01 0M5 8h6";
      case DOUBTFUL -> "M8 1.8 15 14.2H1zM8 6v4M8 12.1v.1";
      case BROKEN ->
          "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.4 5.4l5.2 5.2m0-5.2-5.2 5.2";
    };
  }

  /** The sign alone, for a place where the word stands nearby. */
  static void sign(Html html, Verdict verdict) {
    html.in(
        Tag.of("svg", "sign v-" + verdict.id()).with("aria-hidden", "true"),
        () -> html.in(Tag.of("use").with("href", "#sign-" + verdict.id()), ""));
  }

  /** The sign and the word. */
  static void badge(Html html, Verdict verdict) {
    html.in(
        Tag.of("span", "badge v-" + verdict.id()),
        () -> {
          sign(html, verdict);
          html.text(word(verdict));
        });
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case EMPTY_ALLOWED -> "may be empty";
      case PROVEN, DOUBTFUL, BROKEN -> verdict.words();
    };
  }
}
