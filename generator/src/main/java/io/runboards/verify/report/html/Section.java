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
 * @param verdict how it came out
 * @param verdicts how its parts came out
 * @param isOpen whether it is open at first
 */
record Section(String id, String title, Verdict verdict, List<Verdict> verdicts, boolean isOpen) {
  Section {
    verdict = summed(verdict);
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

  /** A whole is no worse for parts that may be empty. */
  static Verdict summed(Verdict worst) {
    return worst == Verdict.EMPTY_ALLOWED ? Verdict.PROVEN : worst;
  }

  /** Parts that stand open at first, if somebody should look at them. */
  static Section of(String id, String title, List<Verdict> verdicts) {
    Verdict worst = Verdict.worst(verdicts);
    return new Section(id, title, worst, verdicts, worst.compareTo(Verdict.DOUBTFUL) >= 0);
  }

  /** How many came out how, the worst first. */
  void counts(Html html) {
    html.in(
        Tag.of("span", "counts"),
        () -> {
          for (Verdict verdict : worstFirst()) {
            int count = Collections.frequency(verdicts, verdict);
            if (count > 0) {
              html.in(Tag.of("span", "v-" + verdict.id()), count + " " + Look.word(verdict));
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
