package io.runboards.site;

import io.runboards.finding.Finding;
import io.runboards.finding.NearNames;
import io.runboards.finding.Place;
import io.runboards.finding.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong in a file, collected while it is read. */
final class Complaints {
  private final String id;
  private final Map<Place, Finding> findings = new LinkedHashMap<>();

  /** Complaints about one kind of file, which their id names. */
  Complaints(String id) {
    this.id = id;
  }

  void about(Place place, String message) {
    about(place, message, "");
  }

  /**
   * Says it, unless something was said about the same place: what follows from that helps no one.
   */
  void about(Place place, String message, String advice) {
    findings.putIfAbsent(place, new Finding(id, Severity.ERROR, message, place, advice));
  }

  /** The keys of a mapping that are none of {@code known}. */
  void aboutUnknownKeys(YamlNode.Mapping mapping, List<String> known) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        about(entry.key().place(), "unknown key '" + key + "'", suggestion(key, known));
      }
    }
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  /** All of them, in the order in which they stand in their sources. */
  List<Finding> inOrder() {
    List<String> sources =
        findings.values().stream().map(it -> it.place().source()).distinct().toList();
    return findings.values().stream()
        .sorted(
            Comparator.comparingInt((Finding finding) -> sources.indexOf(finding.place().source()))
                .thenComparingInt(finding -> finding.place().start()))
        .toList();
  }

  static String suggestion(String wrong, List<String> names) {
    List<String> near = NearNames.of(wrong, names);
    return near.isEmpty()
        ? "There are " + String.join(", ", names)
        : "Did you mean " + String.join(" or ", near) + "?";
  }
}
