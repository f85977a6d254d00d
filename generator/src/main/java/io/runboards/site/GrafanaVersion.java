package io.runboards.site;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a Grafana, such as {@code 9.4}: it decides how dashboards are written. */
public record GrafanaVersion(int major, int minor) implements Comparable<GrafanaVersion> {
  /** The oldest version that dashboards are written for. */
  public static final GrafanaVersion OLDEST = new GrafanaVersion(9, 4);

  /** The version that dashboards are written for unless a site names its own. */
  public static final GrafanaVersion NEWEST = new GrafanaVersion(13, 0);

  private static final Pattern TEXT = Pattern.compile("v?(\\d{1,3})(?:\\.(\\d{1,3}))?(\\.\\d+)?");

  /** Reads {@code 13}, {@code 9.4} or {@code 12.1.3}; empty for anything else. */
  public static Optional<GrafanaVersion> parse(String text) {
    Matcher version = TEXT.matcher(text);
    return version.matches()
        ? Optional.of(
            new GrafanaVersion(
                Integer.parseInt(version.group(1)),
                version.group(2) == null ? 0 : Integer.parseInt(version.group(2))))
        : Optional.empty();
  }

  public boolean isBefore(GrafanaVersion other) {
    return compareTo(other) < 0;
  }

  public boolean isBefore(int otherMajor, int otherMinor) {
    return isBefore(new GrafanaVersion(otherMajor, otherMinor));
  }

  @Override
  public int compareTo(GrafanaVersion other) {
    return Comparator.comparingInt(GrafanaVersion::major)
        .thenComparingInt(GrafanaVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
