package io.runboards.catalog;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a Run:ai cluster, such as {@code 2.17}: it decides which metrics exist. */
public record ClusterVersion(int major, int minor) implements Comparable<ClusterVersion> {
  public static final ClusterVersion V2_16 = new ClusterVersion(2, 16);
  public static final ClusterVersion V2_17 = new ClusterVersion(2, 17);

  private static final Pattern TEXT = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\.\\d{1,4})?");

  /** Reads {@code 2.17}, {@code v2.17} or {@code 2.17.3}; empty for anything else. */
  public static Optional<ClusterVersion> parse(String text) {
    Matcher version = TEXT.matcher(text);
    return version.matches()
        ? Optional.of(
            new ClusterVersion(
                Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
        : Optional.empty();
  }

  public boolean isBefore(ClusterVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(ClusterVersion other) {
    return Comparator.comparingInt(ClusterVersion::major)
        .thenComparingInt(ClusterVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
