package io.runboards.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which labels the series of a result carry. The metric's name counts as the label {@code
 * __name__}.
 *
 * <p>The world is open for reading: a series may carry labels that nobody documented. What a query
 * may rely on is closed: {@code possible} names all labels that have a reason to be there.
 *
 * @param certain labels that every series has
 * @param possible labels that a series may have, the certain ones included
 * @param open whether a series may have any other label as well, because its metric is unknown
 * @param identities label sets, each of which alone tells one series from the others; an empty set
 *     means that there is one series at most
 */
public record SeriesLabels(
    Set<String> certain, Set<String> possible, boolean open, List<Set<String>> identities) {

  /** The label that holds the metric's name. */
  public static final String NAME = "__name__";

  /** One series without labels, such as that of {@code vector(1)}. */
  static final SeriesLabels NONE = new SeriesLabels(Set.of(), Set.of(), false, List.of(Set.of()));

  /** Nothing is known. */
  static final SeriesLabels ANY = new SeriesLabels(Set.of(), Set.of(), true, List.of());

  public SeriesLabels {
    certain = LabelSet.of(certain);
    possible = LabelSet.of(possible).with(certain);
    identities = smallest(identities);
  }

  /** Whether a series can have the label. */
  public boolean mayHave(String label) {
    return open || possible.contains(label);
  }

  /** Whether the labels together tell one series from the others. */
  public boolean isIdentifiedBy(Collection<String> labels) {
    return containsOneOf(identities, labels) || !open && labels.containsAll(possible);
  }

  /** The label sets that identify a series; if none smaller is known, all labels do. */
  public List<Set<String>> keys() {
    return identities.isEmpty() && !open ? List.of(possible) : identities;
  }

  SeriesLabels keeping(Set<String> labels) {
    return new SeriesLabels(
        intersection(certain, labels),
        open ? labels : intersection(possible, labels),
        false,
        keys(labels::containsAll, key -> key));
  }

  SeriesLabels without(Collection<String> labels) {
    return new SeriesLabels(
        difference(certain, labels),
        difference(possible, labels),
        open,
        keys(key -> Collections.disjoint(key, labels), key -> key));
  }

  /** These series, none of which has any of the labels. */
  SeriesLabels lacking(Collection<String> labels) {
    if (labels.isEmpty()) {
      return this;
    }
    return new SeriesLabels(
        difference(certain, labels),
        difference(possible, labels),
        open,
        keys(key -> true, key -> difference(key, labels)));
  }

  private List<Set<String>> keys(Predicate<Set<String>> kept, UnaryOperator<Set<String>> change) {
    List<Set<String>> keys = new ArrayList<>(identities.size());
    for (Set<String> key : identities) {
      if (kept.test(key)) {
        keys.add(change.apply(key));
      }
    }
    return keys;
  }

  SeriesLabels withoutIdentity() {
    return new SeriesLabels(certain, possible, open, List.of());
  }

  SeriesLabels identifiedBy(Set<String> key) {
    List<Set<String>> keys = new ArrayList<>(identities);
    keys.add(key);
    return new SeriesLabels(certain, possible, open, keys);
  }

  static Set<String> union(Collection<String> a, Collection<String> b) {
    return LabelSet.of(a).with(b);
  }

  static Set<String> intersection(Collection<String> a, Collection<String> b) {
    return LabelSet.of(a).among(b);
  }

  static Set<String> difference(Collection<String> a, Collection<String> b) {
    return LabelSet.of(a).but(b);
  }

  /** A set that contains another one says nothing more. */
  private static List<Set<String>> smallest(List<Set<String>> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    if (keys.size() == 1) {
      return List.of(LabelSet.of(keys.getFirst()));
    }
    List<Set<String>> smallest = new ArrayList<>(keys.size());
    for (Set<String> key : keys) {
      if (!containsOneOf(smallest, key)) {
        smallest.removeIf(other -> other.containsAll(key));
        smallest.add(LabelSet.of(key));
      }
    }
    if (smallest.size() > 1) {
      smallest.sort(
          Comparator.comparing((Set<String> key) -> key.size()).thenComparing(Set::toString));
    }
    return List.copyOf(smallest);
  }

  private static boolean containsOneOf(List<Set<String>> keys, Collection<String> labels) {
    for (Set<String> key : keys) {
      if (labels.containsAll(key)) {
        return true;
      }
    }
    return false;
  }
}
