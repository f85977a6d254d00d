package io.runboards.flow;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;

/** A few names of labels, in their order. It never changes. */
final class LabelSet extends AbstractSet<String> {
  static final LabelSet EMPTY = new LabelSet(new String[0]);

  private final String[] names;

  private LabelSet(String[] sorted) {
    this.names = sorted;
  }

  static LabelSet of(Collection<String> labels) {
    if (labels instanceof LabelSet set) {
      return set;
    }
    if (labels.isEmpty()) {
      return EMPTY;
    }
    return of(labels.toArray(String[]::new));
  }

  /** Takes the array over. */
  static LabelSet of(String... names) {
    Arrays.sort(names);
    int kept = Math.min(1, names.length);
    for (int i = 1; i < names.length; i++) {
      if (!names[i].equals(names[kept - 1])) {
        names[kept] = names[i];
        kept++;
      }
    }
    return new LabelSet(kept == names.length ? names : Arrays.copyOf(names, kept));
  }

  /** These and others. */
  LabelSet with(Collection<String> others) {
    if (containsAll(others)) {
      return this;
    }
    LabelSet more = of(others);
    if (more.containsAll(this)) {
      return more;
    }
    String[] all = Arrays.copyOf(names, names.length + more.names.length);
    System.arraycopy(more.names, 0, all, names.length, more.names.length);
    return of(all);
  }

  /** Those of these that are among others. */
  LabelSet among(Collection<String> others) {
    return filtered(others, true);
  }

  /** Those of these that are not among others. */
  LabelSet but(Collection<String> others) {
    return others.isEmpty() ? this : filtered(others, false);
  }

  private LabelSet filtered(Collection<String> others, boolean wanted) {
    String[] kept = new String[names.length];
    int count = 0;
    for (String name : names) {
      if (others.contains(name) == wanted) {
        kept[count] = name;
        count++;
      }
    }
    return count == names.length
        ? this
        : count == 0 ? EMPTY : new LabelSet(Arrays.copyOf(kept, count));
  }

  @Override
  public boolean contains(Object label) {
    for (String name : names) {
      if (name.equals(label)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean containsAll(Collection<?> labels) {
    if (labels instanceof LabelSet others) {
      return containsAll(others);
    }
    for (Object label : labels) {
      if (!contains(label)) {
        return false;
      }
    }
    return true;
  }

  private boolean containsAll(LabelSet others) {
    if (this == others) {
      return true;
    }
    if (others.names.length > names.length) {
      return false;
    }
    for (String label : others.names) {
      if (!contains(label)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.asList(names).iterator();
  }

  @Override
  public int size() {
    return names.length;
  }
}
