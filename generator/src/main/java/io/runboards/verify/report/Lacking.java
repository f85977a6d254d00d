package io.runboards.verify.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.runboards.finding.Severity;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a store of the user's own lacks, in a few lines: metrics by their sources, and the rules
 * that can do nothing without them.
 *
 * @param proof what was found
 * @param out where it is printed
 */
record Lacking(Proof proof, PrintWriter out) {

  void print() {
    missing("metrics that are missing:", flaw -> is(flaw, "metric-missing") && !isNote(flaw));
    missing(
        "metrics that are missing, for which something must be switched on:",
        flaw -> is(flaw, "metric-missing") && isNote(flaw));
    differing();
    rules("alerts that can never fire:", "cannot-fire");
    rules("rules that can record nothing:", "cannot-record");
  }

  private static boolean is(Flaw flaw, String id) {
    return flaw.id().equals(id);
  }

  private static boolean isNote(Flaw flaw) {
    return flaw.severity() == Severity.INFO;
  }

  private void missing(String title, Predicate<Flaw> kind) {
    TreeMap<String, List<String>> bySource =
        proof.metrics().stream()
            .filter(metric -> metric.flaws().stream().anyMatch(kind))
            .collect(
                groupingBy(
                    MetricProof::source, TreeMap::new, mapping(MetricProof::name, toList())));
    if (!bySource.isEmpty()) {
      title(title);
      bySource.forEach((source, names) -> {
        out.println("  " + source);
        names.forEach(name -> out.println("    " + name));
      });
    }
  }

  /** Metrics that are there, but under another name or without some labels. */
  private void differing() {
    List<String> lines =
        proof.metrics().stream()
            .flatMap(metric ->
                metric.flaws().stream()
                    .filter(flaw -> !is(flaw, "metric-missing"))
                    .map(flaw -> "  %s: %s".formatted(metric.name(), flaw.message())))
            .toList();
    if (!lines.isEmpty()) {
      title("metrics that differ:");
      lines.forEach(out::println);
    }
  }

  private void rules(String title, String id) {
    String names =
        proof.rules().stream()
            .filter(rule -> rule.flaws().stream().anyMatch(flaw -> is(flaw, id)))
            .map(RuleProof::name)
            .distinct()
            .collect(joining(", "));
    if (!names.isEmpty()) {
      title(title);
      out.println("  " + names);
    }
  }

  private void title(String title) {
    out.println();
    out.println(title);
  }
}
