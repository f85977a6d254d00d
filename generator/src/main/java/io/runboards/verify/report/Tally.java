package io.runboards.verify.report;

import io.runboards.finding.Severity;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.LiveProof;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import io.runboards.verify.proof.Verdict;
import java.util.List;

/**
 * What came out how often.
 *
 * @param dashboards how many dashboards were opened
 * @param panels how many panels ask something
 * @param queries how many queries were run
 * @param refused how many of them the store refused
 * @param empty how many showed nothing
 * @param emptyAllowed how many of those may
 * @param outOfRange how many showed values that cannot be
 * @param alerts the alerts
 * @param recordings the recording rules
 * @param incidents the incidents
 * @param errors how many flaws are errors
 * @param warnings how many are warnings
 */
public record Tally(
    int dashboards,
    int panels,
    int queries,
    int refused,
    int empty,
    int emptyAllowed,
    int outOfRange,
    Part alerts,
    Part recordings,
    Part incidents,
    int errors,
    int warnings) {

  /**
   * Some of many.
   *
   * @param proven how many came out well
   * @param all how many there are
   */
  public record Part(int proven, int all) {
    private static Part of(List<Verdict> verdicts) {
      return new Part(
          (int) verdicts.stream().filter(Verdict.PROVEN::equals).count(), verdicts.size());
    }

    public boolean isWhole() {
      return proven == all;
    }

    @Override
    public String toString() {
      return proven + " of " + all;
    }
  }

  public static Tally of(Proof proof) {
    return new Tally(
        proof.dashboards().size(),
        (int) proof.panels().count(),
        (int) proof.queries().count(),
        queries(proof, "refused"),
        queries(proof, "empty"),
        (int) proof.queries().filter(Tally::isEmptyAsItMay).count(),
        queries(proof, "out-of-range"),
        Part.of(rules(proof, Kind.ALERT)),
        Part.of(rules(proof, Kind.RECORDING)),
        Part.of(proof.incidents().stream().map(it -> it.verdict()).toList()),
        flaws(proof, Severity.ERROR),
        flaws(proof, Severity.WARNING));
  }

  /** Whether a query shows nothing, and may. */
  static boolean isEmptyAsItMay(QueryProof query) {
    return query.flaws().stream()
        .anyMatch(flaw -> flaw.id().equals("empty") && flaw.severity() == Severity.INFO);
  }

  private static int queries(Proof proof, String id) {
    return (int)
        proof
            .queries()
            .filter(query -> query.flaws().stream().map(Flaw::id).anyMatch(id::equals))
            .count();
  }

  private static List<Verdict> rules(Proof proof, Kind kind) {
    return proof.rules().stream()
        .filter(rule -> rule.kind() == kind)
        .map(RuleProof::verdict)
        .toList();
  }

  private static int flaws(Proof proof, Severity severity) {
    return (int) proof.flaws().filter(flaw -> flaw.severity() == severity).count();
  }

  /** The alerts that were watched while incidents happened. */
  public static Part live(Proof proof) {
    return Part.of(proof.live().stream().map(LiveProof::verdict).toList());
  }

  /** The metrics that a store was asked for. */
  public static Part metrics(Proof proof) {
    return new Part(
        (int) proof.metrics().stream().filter(MetricProof::isThere).count(),
        proof.metrics().size());
  }

  /** How many queries showed something. */
  public int shown() {
    return queries - refused - empty;
  }

  /** How many queries showed nothing although they should. */
  public int emptyUnexplained() {
    return empty - emptyAllowed;
  }

  /** What all this comes to, in one sentence. */
  public String sentence() {
    if (queries + alerts.all() + recordings.all() == 0) {
      return "nothing was asked";
    }
    if (errors > 0) {
      return warnings > 0
          ? "broken: %s and %s".formatted(many(errors, "error"), many(warnings, "warning"))
          : "broken: " + many(errors, "error");
    }
    if (warnings > 0) {
      return "proven but for " + many(warnings, "warning");
    }
    return emptyAllowed > 0
        ? "proven: all shows what it should, or may be empty"
        : "proven: all shows what it should";
  }

  /** A number of things: {@code 1 panel}, {@code 2 panels}. */
  public static String many(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
