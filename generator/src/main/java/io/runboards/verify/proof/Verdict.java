package io.runboards.verify.proof;

import java.util.Collection;
import java.util.Comparator;

/** How something came out, from the best to the worst. */
public enum Verdict {
  /** It showed what it should. */
  PROVEN("proven"),
  /** It showed nothing, and says itself that this may be so. */
  EMPTY_ALLOWED("empty, which it may be"),
  /** It showed something that somebody should look at. */
  DOUBTFUL("doubtful"),
  /** It failed, or showed nothing, or something that cannot be. */
  BROKEN("broken");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** Some plain words for it. */
  public String words() {
    return words;
  }

  /** The name in every output format, such as {@code empty-allowed}. */
  public String id() {
    return switch (this) {
      case PROVEN -> "proven";
      case EMPTY_ALLOWED -> "empty-allowed";
      case DOUBTFUL -> "doubtful";
      case BROKEN -> "broken";
    };
  }

  /** The worst of all; nothing at all is fine. */
  public static Verdict worst(Collection<Verdict> all) {
    return all.stream().max(Comparator.naturalOrder()).orElse(PROVEN);
  }
}
