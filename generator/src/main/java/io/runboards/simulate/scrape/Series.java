package io.runboards.simulate.scrape;

import java.util.List;

/** One series: its labels, and the value that it has now. */
public final class Series {
  private final String name;
  private final List<Tag> tags;
  private double value;
  private boolean there;
  private boolean seen;

  /**
   * A label with its value.
   *
   * @param name the label's name
   * @param value what it says
   */
  public record Tag(String name, String value) implements Comparable<Tag> {
    @Override
    public int compareTo(Tag other) {
      return name.compareTo(other.name);
    }
  }

  /** A series that has no value yet, and so is not there. */
  Series(String name, List<Tag> tags) {
    this.name = name;
    this.tags = tags.stream().filter(tag -> !tag.value().isEmpty()).sorted().toList();
  }

  public String name() {
    return name;
  }

  /** Its labels, sorted by name; those without a value are left out, as Prometheus does it. */
  public List<Tag> tags() {
    return tags;
  }

  public double value() {
    return value;
  }

  void set(double now) {
    value = now;
    there = true;
  }

  void hide() {
    there = false;
  }

  boolean isThere() {
    return there;
  }

  /** A scrape comes; returns whether it found the series. */
  boolean show(boolean reachable, Samples out) {
    boolean found = reachable && there;
    if (found) {
      out.sample(this);
    } else if (seen) {
      out.gone(this);
    }
    seen = found;
    return found;
  }

  @Override
  public String toString() {
    return name + tags;
  }
}
