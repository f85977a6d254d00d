package io.runboards.verify.report.html;

import io.runboards.verify.proof.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A part of the page that can be closed: its title, and how many of its parts came out how.
 *
 * @param id its id in the page
 * @param title its title
 * @param verdicts how its parts came out
 * @param isOpen whether it is open at first
 */
record Section(String id, String title, List<Verdict> verdicts, boolean isOpen) {
  Section {
    verdicts = List.copyOf(verdicts);
  }

  void writeTo(Html html, Runnable content) {
    html.in(
        Tag.of("details", "section").with("id", id).withIf(isOpen, "open"),
        () -> {
          html.in(
              "summary",
              () -> {
                Look.sign(html, verdict());
                html.in(Tag.of("h2").with("dir", "auto"), title);
                counts(html);
              });
          content.run();
        });
  }

  Verdict verdict() {
    return Verdict.worst(verdicts);
  }

  /** How many came out how, the worst first. */
  void counts(Html html) {
    html.in(
        Tag.of("span", "counts"),
        () -> {
          for (Verdict verdict : worstFirst()) {
            int count = Collections.frequency(verdicts, verdict);
            if (count > 0) {
              html.in(
                  Tag.of("span", "v-" + verdict.id()), count + " " + Look.word(verdict));
            }
          }
        });
  }

  static List<Verdict> worstFirst() {
    List<Verdict> verdicts = new ArrayList<>(List.of(Verdict.values()));
    Collections.reverse(verdicts);
    return verdicts;
  }
}
