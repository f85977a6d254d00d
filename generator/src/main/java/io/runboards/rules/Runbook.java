package io.runboards.rules;

import java.util.List;

/**
 * What somebody reads whom an alert woke, as Markdown.
 *
 * @param means what has happened when the alert fires
 * @param matters what follows if nobody acts, and for whom
 * @param steps what to do, in order
 * @param silence when it is right to silence it, and what to watch meanwhile
 */
public record Runbook(String means, String matters, List<String> steps, String silence) {
  public static final Runbook NONE = new Runbook("", "", List.of(), "");

  public Runbook {
    steps = List.copyOf(steps);
  }

  /** Begins with what has happened when the alert fires. */
  public static Runbook means(String text) {
    return new Runbook(text.strip(), "", List.of(), "");
  }

  /** What follows if nobody acts, and for whom. */
  public Runbook matters(String text) {
    return new Runbook(means, text.strip(), steps, silence);
  }

  /** What to do, in order. */
  public Runbook steps(String... inOrder) {
    return new Runbook(
        means, matters, List.of(inOrder).stream().map(String::strip).toList(), silence);
  }

  /** When it is right to silence the alert, and what to watch meanwhile. */
  public Runbook silence(String text) {
    return new Runbook(means, matters, steps, text.strip());
  }

  /** The parts that are missing, by the words that write them. */
  public List<String> missing() {
    return List.of(
            part("means", means.isEmpty()),
            part("matters", matters.isEmpty()),
            part("steps", steps.isEmpty()),
            part("silence", silence.isEmpty()))
        .stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String part(String word, boolean isMissing) {
    return isMissing ? word : "";
  }
}
