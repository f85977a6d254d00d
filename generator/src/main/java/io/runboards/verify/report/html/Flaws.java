package io.runboards.verify.report.html;

import io.runboards.verify.proof.Flaw;
import io.runboards.verify.report.FlawKind;
import java.util.List;

/** A list of what is wrong, in words; each kind explains itself. */
final class Flaws {
  private Flaws() {}

  static void writeTo(Html html, List<Flaw> flaws) {
    if (flaws.isEmpty()) {
      return;
    }
    html.in(
        Tag.of("ul", "flaws"),
        () ->
            flaws.forEach(flaw ->
                html.in(Tag.of("li", "v-" + flaw.verdict().id()), () -> write(html, flaw))));
  }

  private static void write(Html html, Flaw flaw) {
    Look.sign(html, flaw.verdict());
    html.in(
        "div",
        () -> {
          html.in(Tag.of("span").with("dir", "auto"), flaw.message());
          html.text(" ");
          String help = FlawKind.of(flaw.id()).map(FlawKind::help).orElse("");
          html.in(Tag.of("code", "flaw").with("title", help), flaw.id());
        });
  }
}
