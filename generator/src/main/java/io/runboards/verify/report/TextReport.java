package io.runboards.verify.report;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.report.Tally.Part;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A report for people: the counts, what may be empty and why, every error and warning with its
 * query, and in the last line what all this comes to.
 */
public final class TextReport {
  private static final int MOST_NAMED = 3;

  /** What is told of a store of the user's own in short. */
  private static final Set<String> OF_LACKING = Set.of("metric", "rule");

  private final PrintWriter out;

  private TextReport(PrintWriter out) {
    this.out = out;
  }

  public static void print(Proof proof, PrintWriter out) {
    TextReport report = new TextReport(out);
    Tally tally = Tally.of(proof);
    out.println("%s on %s".formatted(proof.site(), proof.ground().store()));
    out.println(Words.ground(proof.ground()));
    out.println();
    report.counts(proof, tally);
    if (!proof.metrics().isEmpty()) {
      new Lacking(proof, out).print();
    }
    report.mayBeEmpty(proof);
    report.complaints(proof);
    out.println();
    out.println(tally.sentence());
  }

  private void counts(Proof proof, Tally tally) {
    boolean own = !proof.metrics().isEmpty();
    if (own) {
      count("metrics", Tally.metrics(proof) + " there");
    }
    count("dashboards", Integer.toString(tally.dashboards()));
    count("panels", Integer.toString(tally.panels()));
    count("queries run", queries(tally));
    count("empty", "%s, of which %s may be".formatted(tally.empty(), tally.emptyAllowed()));
    count("out of range", Integer.toString(tally.outOfRange()));
    count("alerts", part(tally.alerts(), own ? "can fire" : "proven"));
    count("recordings", part(tally.recordings(), own ? "can record" : "proven"));
    if (!own) {
      count("incidents", part(tally.incidents(), "proven"));
    }
    if (!proof.live().isEmpty()) {
      count("live", Tally.live(proof) + " alerts fired as in the histories");
    }
  }

  private void count(String what, String howMany) {
    out.println((what + " ".repeat(14)).substring(0, 14) + howMany);
  }

  private static String queries(Tally tally) {
    String refused = tally.refused() > 0 ? ", %s refused".formatted(tally.refused()) : "";
    return "%s, %s showed something%s".formatted(tally.queries(), tally.shown(), refused);
  }

  private static String part(Part part, String well) {
    return part.all() == 0 ? "none tried" : part + " " + well;
  }

  /** The reasons, each with the panels that it holds for. */
  private void mayBeEmpty(Proof proof) {
    Map<String, List<String>> panels = new LinkedHashMap<>();
    for (DashboardProof dashboard : proof.dashboards()) {
      for (PanelProof panel : dashboard.panels()) {
        if (panel.queries().stream().anyMatch(Tally::isEmptyAsItMay)) {
          panels
              .computeIfAbsent(panel.mayBeEmpty(), reason -> new ArrayList<>())
              .add(dashboard.title() + " / " + panel.title());
        }
      }
    }
    if (!panels.isEmpty()) {
      out.println();
      out.println("empty, as they may be:");
      panels.forEach((reason, named) -> {
        out.println("  if " + reason);
        out.println("    " + some(named));
      });
    }
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    int rest = names.size() - MOST_NAMED;
    return rest > 0 ? first + " and %s more".formatted(rest) : first;
  }

  /** What is wrong with one query or rule stands together, and so do the queries of a panel. */
  private void complaints(Proof proof) {
    Map<String, List<Complaint>> byKey = new LinkedHashMap<>();
    for (Complaint complaint : Complaint.serious(proof)) {
      if (proof.metrics().isEmpty() || !OF_LACKING.contains(complaint.kind())) {
        byKey.computeIfAbsent(complaint.key(), key -> new ArrayList<>()).add(complaint);
      }
    }
    String subject = "";
    for (List<Complaint> together : byKey.values()) {
      if (!together.getFirst().subject().equals(subject)) {
        subject = together.getFirst().subject();
        out.println();
        out.println(subject);
      }
      print(together);
    }
  }

  private void print(List<Complaint> together) {
    Complaint first = together.getFirst();
    if (!first.promql().isEmpty()) {
      out.println("  " + first.promql().replaceAll("\\R", "\n  "));
    }
    for (Complaint complaint : together) {
      out.println(
          "    %s: %s [%s]"
              .formatted(
                  complaint.flaw().severity().label(),
                  complaint.flaw().message(),
                  complaint.flaw().id()));
    }
    first.origin().ifPresent(origin -> out.println("    at " + origin));
  }
}
