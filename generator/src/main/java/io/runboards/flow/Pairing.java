package io.runboards.flow;

import static io.runboards.flow.SeriesLabels.NAME;
import static io.runboards.flow.SeriesLabels.difference;
import static io.runboards.flow.SeriesLabels.intersection;
import static io.runboards.flow.SeriesLabels.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the series of two sides find each other.
 *
 * @param left the labels of the left side
 * @param right the labels of the right side
 * @param on whether only {@code labels} must agree; if not, all others must
 * @param labels what stands after {@code on} or {@code ignoring}
 */
record Pairing(SeriesLabels left, SeriesLabels right, boolean on, Set<String> labels) {

  Pairing swapped() {
    return new Pairing(right, left, on, labels);
  }

  private boolean mustAgree(String label) {
    return on ? labels.contains(label) : !labels.contains(label) && !label.equals(NAME);
  }

  /** Labels that must agree, of those given. */
  private Set<String> agreeing(Set<String> some) {
    return intersection(some, some.stream().filter(this::mustAgree).toList());
  }

  /** The left side, knowing that each of its series has a partner on the right. */
  SeriesLabels leftWithMatch() {
    Set<String> certain = union(left.certain(), agreeing(right.certain()));
    Set<String> impossible = agreeing(left.possible());
    impossible = difference(impossible, impossible.stream().filter(right::mayHave).toList());
    return new SeriesLabels(certain, left.possible(), left.open(), left.identities())
        .lacking(difference(impossible, certain));
  }

  /** One series of the right side for one of the left. */
  SeriesLabels oneToOne() {
    SeriesLabels matched = leftWithMatch();
    List<Set<String>> keys = new ArrayList<>(matched.identities());
    right.identities().stream()
        .filter(key -> key.stream().allMatch(this::mustAgree))
        .forEach(keys::add);
    SeriesLabels result =
        new SeriesLabels(matched.certain(), matched.possible(), matched.open(), keys);
    return on ? result.keeping(labels).identifiedBy(onlyPossible()) : result.without(labels);
  }

  private Set<String> onlyPossible() {
    return intersection(
        labels, labels.stream().filter(l -> left.mayHave(l) && right.mayHave(l)).toList());
  }

  /** Many series of the left side for one of the right, whose {@code include} labels they get. */
  SeriesLabels manyToOne(Set<String> include) {
    SeriesLabels many = leftWithMatch().without(include);
    Set<String> got = intersection(include, include.stream().filter(right::mayHave).toList());
    return new SeriesLabels(
        union(many.certain(), intersection(include, right.certain())),
        union(many.possible(), got),
        many.open(),
        many.identities());
  }

  /** A result in which missing partners are made up, with nothing but the labels that agree. */
  SeriesLabels filled(SeriesLabels result, Set<String> include) {
    Set<String> certain =
        intersection(result.certain(), intersection(left.certain(), right.certain()));
    return new SeriesLabels(
        difference(certain, include),
        union(result.possible(), union(left.possible(), right.possible())),
        left.open() || right.open(),
        List.of());
  }

  /** The series of the left side, and those of the right that have no match on the left. */
  SeriesLabels either() {
    List<Set<String>> keys = new ArrayList<>();
    if (on) {
      for (Set<String> a : left.keys()) {
        for (Set<String> b : right.keys()) {
          keys.add(union(union(a, b), labels));
        }
      }
    }
    return new SeriesLabels(
        intersection(left.certain(), right.certain()),
        union(left.possible(), right.possible()),
        left.open() || right.open(),
        keys);
  }
}
