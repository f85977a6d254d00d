package io.runboards.catalog;

import java.util.List;
import java.util.Optional;

/**
 * In which versions of its source a metric exists, and what changed on the way.
 *
 * @param since the first version that has it; empty when it was always there
 * @param until the first version that lacks it; empty while it lives
 * @param replaces the name that it had before {@code since}
 * @param replacedBy the name to use from {@code until} on
 * @param relabelled the version in which its labels changed, if they did
 * @param labelsBefore the labels before {@code relabelled}; empty where no public text says
 * @param deprecation why not to build on it any more; empty when nobody says so
 */
public record History(
    Optional<ClusterVersion> since,
    Optional<ClusterVersion> until,
    Optional<String> replaces,
    Optional<String> replacedBy,
    Optional<ClusterVersion> relabelled,
    List<Label> labelsBefore,
    String deprecation) {

  static final History NONE =
      new History(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "");

  public History {
    labelsBefore = List.copyOf(labelsBefore);
  }

  /** Whether a cluster of {@code version} has the metric. */
  public boolean existsIn(ClusterVersion version) {
    return since.map(first -> !version.isBefore(first)).orElse(true)
        && until.map(version::isBefore).orElse(true);
  }

  History beginningIn(ClusterVersion version, String oldName) {
    return new History(
        Optional.of(version),
        until,
        Optional.of(oldName),
        replacedBy,
        relabelled,
        labelsBefore,
        deprecation);
  }

  History endingIn(ClusterVersion version, Optional<String> newName) {
    return new History(
        since, Optional.of(version), replaces, newName, relabelled, labelsBefore, deprecation);
  }

  History relabelledIn(ClusterVersion version, List<Label> before) {
    return new History(
        since, until, replaces, replacedBy, Optional.of(version), before, deprecation);
  }

  History deprecated(String why) {
    return new History(since, until, replaces, replacedBy, relabelled, labelsBefore, why);
  }
}
