package io.runboards.verify.report;

import static java.util.stream.Collectors.joining;

import io.runboards.emit.docs.Markdown;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.IncidentProof.Fired;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.proof.RuleProof.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page in Markdown about incidents: which alerts each of them fires, after how long, and which
 * panels show it.
 */
public final class IncidentsPage {
  private final Proof proof;
  private final StringBuilder page = new StringBuilder();

  private IncidentsPage(Proof proof) {
    this.proof = proof;
  }

  /** The page. */
  public static String of(Proof proof) {
    IncidentsPage page = new IncidentsPage(proof);
    page.summary();
    proof.incidents().forEach(page::section);
    page.alerts();
    return page.page.toString();
  }

  private void summary() {
    line("# Incidents");
    line("");
    line("`runboards verify` writes this page from a run on %s:", code(proof.ground().store()));
    line("each incident happens in %s, and", text(proof.ground().series()));
    line("the alerts and dashboards of %s watch it. Times count from the", text(proof.site()));
    line("beginning of the incident to the moment at which the alert fires.");
    line("");
    line("| incident | lasts | alerts | first one |");
    line("|---|---|--:|---|");
    for (IncidentProof incident : proof.incidents()) {
      line(
          "| %s | %s | %s | %s |",
          link(incident),
          Words.length(incident.lasts()),
          Integer.toString(incident.alerts().size()),
          incident.alerts().stream()
              .findFirst()
              .map(it -> "%s %s".formatted(code(it.alert()), Words.after(it.after())))
              .orElse("none"));
    }
  }

  private void section(IncidentProof incident) {
    line("");
    line("<a id=\"%s\"></a>", anchor(incident));
    line("");
    line("## %s", text(incident.title()));
    line("");
    line("%s", text(incident.story()));
    line("");
    line("%s makes it happen.", code("runboards simulate --incident " + incident.name()));
    alerts(incident.alerts());
    signs(incident.panels());
    for (var flaw : incident.flaws()) {
      line("");
      line("%s: %s", flaw.severity().label(), text(flaw.message()));
    }
  }

  private void alerts(List<Fired> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    line("");
    line("| alert | severity | fires | series |");
    line("|---|---|---|--:|");
    for (Fired fired : alerts) {
      line(
          "| %s | %s | %s | %s |",
          code(fired.alert()),
          text(fired.severity()),
          Words.after(fired.after()),
          Integer.toString(fired.series()));
    }
  }

  private void signs(List<Sign> signs) {
    if (signs.isEmpty()) {
      return;
    }
    line("");
    line("| panel that shows it | dashboard | what changes |");
    line("|---|---|---|");
    for (Sign sign : signs) {
      line("| %s | %s | %s |", text(sign.panel()), text(sign.dashboard()), text(sign.how()));
    }
  }

  /** The other way round: which incidents fire an alert. */
  private void alerts() {
    Map<String, String> alerts = new TreeMap<>();
    for (RuleProof rule : proof.rules()) {
      if (rule.kind() == Kind.ALERT) {
        alerts.put(rule.name(), firedBy(rule.name()));
      }
    }
    for (IncidentProof incident : proof.incidents()) {
      incident.alerts().forEach(it -> alerts.put(it.alert(), firedBy(it.alert())));
    }
    if (alerts.isEmpty()) {
      return;
    }
    line("");
    line("## Alerts");
    line("");
    line("| alert | incidents that fire it |");
    line("|---|---|");
    alerts.forEach((alert, by) -> line("| %s | %s |", code(alert), by.isEmpty() ? "none" : by));
  }

  private String firedBy(String alert) {
    return proof.incidents().stream()
        .filter(incident -> incident.alerts().stream().anyMatch(it -> it.alert().equals(alert)))
        .map(IncidentsPage::link)
        .collect(joining(", "));
  }

  private static String link(IncidentProof incident) {
    return "[%s](#%s)".formatted(text(incident.title()), anchor(incident));
  }

  /** Names are words with hyphens; whatever else there is would end the link. */
  private static String anchor(IncidentProof incident) {
    return incident.name().replaceAll("[^A-Za-z0-9-]", "-");
  }

  private static String text(String text) {
    return Markdown.escape(text);
  }

  private static String code(String code) {
    return Markdown.codeInTable(code);
  }

  private void line(String format, Object... values) {
    page.append(format.formatted(values)).append('\n');
  }
}
