package io.runboards.rules;

import io.runboards.catalog.Family;
import io.runboards.catalog.Metric;
import io.runboards.query.ForVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules of one installation.
 *
 * @param files the rules of each subject
 */
public record RuleBook(List<RuleFile> files) {
  public static final RuleBook NONE = new RuleBook(List.of());

  public RuleBook {
    files = List.copyOf(files);
  }

  /** The rules that clusters of a version can have, with the names of that version. */
  public RuleBook inVersion(ForVersion names) {
    RulesInVersion then = new RulesInVersion(names);
    return new RuleBook(files.stream().map(then::of).toList());
  }

  public Stream<Rule> rules() {
    return files.stream().flatMap(RuleFile::rules);
  }

  public Stream<Alert> alerts() {
    return files.stream().flatMap(RuleFile::alerts);
  }

  public Stream<Recording> recordings() {
    return files.stream().flatMap(RuleFile::recordings);
  }

  /** The alert of a name. */
  public Optional<Alert> alert(String name) {
    return alerts().filter(alert -> alert.name().equals(name)).findFirst();
  }

  /** The metrics that the rules write, for a catalog; of rules that write the same one, once. */
  public Family family() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    recordings().forEach(rule -> metrics.putIfAbsent(rule.name(), rule.metric()));
    return new Family(
        Family.RECORDED,
        "Recording rules of this repository",
        List.of(),
        List.copyOf(metrics.values()));
  }
}
