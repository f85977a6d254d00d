package io.runboards.deploy;

import java.util.Comparator;

/**
 * By which one thing of an organisation is told from all others.
 *
 * @param kind what it is
 * @param uid its name in addresses
 */
public record Key(Kind kind, String uid) implements Comparable<Key> {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::kind).thenComparing(Key::uid);

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.label() + " " + uid;
  }
}
