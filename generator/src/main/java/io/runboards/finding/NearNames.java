package io.runboards.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody meant by a name that does not exist. */
public final class NearNames {
  private static final int MOST = 3;
  private static final double WRONG_LETTERS = 0.25;
  private static final double WRONG_WORDS = 0.4;
  private static final int LONG_BEGINNING = 8;
  private static final double BEHIND_THE_BEST = 0.1;

  private record Candidate(String name, double distance) {}

  private NearNames() {}

  /** At most three names, the nearest first; none when nothing is near. */
  public static List<String> of(String wrong, Collection<String> names) {
    List<Candidate> near =
        names.stream()
            .map(name -> new Candidate(name, distance(wrong, name)))
            .filter(candidate -> candidate.distance() < Double.POSITIVE_INFINITY)
            .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::name))
            .limit(MOST)
            .toList();
    return near.stream()
        .filter(candidate -> candidate.distance() <= near.getFirst().distance() + BEHIND_THE_BEST)
        .map(Candidate::name)
        .toList();
  }

  /** The share of letters or of words that differ, whichever is less; infinite if too many do. */
  private static double distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    if (a.length() >= LONG_BEGINNING && b.startsWith(a)) {
      return 0;
    }
    int length = Math.max(a.length(), b.length());
    int edits = edits(a, b);
    double letters = (double) edits / length;
    double words = differingWords(words(a), words(b));
    boolean similar = letters <= WRONG_LETTERS || (edits <= 1 && length > 2);
    if (similar && words <= WRONG_WORDS) {
      return Math.min(letters, words);
    }
    if (similar) {
      return letters;
    }
    return words <= WRONG_WORDS ? words : Double.POSITIVE_INFINITY;
  }

  private static double differingWords(List<String> a, List<String> b) {
    List<String> left = new ArrayList<>(b);
    long shared = a.stream().filter(left::remove).count();
    return 1 - 2.0 * shared / (a.size() + b.size());
  }

  private static List<String> words(String name) {
    return List.of(name.split("[^a-z0-9]+"));
  }

  /** Letters to insert, drop, replace or swap with their neighbour. */
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
