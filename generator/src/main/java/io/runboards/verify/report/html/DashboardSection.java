package io.runboards.verify.report.html;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.DashboardProof.Chosen;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.PanelProof;
import io.runboards.verify.proof.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dashboard and its panels, row by row.
 *
 * @param index its number, from 0
 * @param dashboard the dashboard
 * @param isOpen whether it is open at first
 */
record DashboardSection(int index, DashboardProof dashboard, boolean isOpen) {

  Section section() {
    return new Section(
        Anchors.dashboard(index),
        dashboard.title(),
        dashboard.verdict(),
        verdicts(dashboard).toList(),
        isOpen);
  }

  /** How its variables came out, if something is wrong with them, and its panels. */
  static Stream<Verdict> verdicts(DashboardProof dashboard) {
    return Stream.concat(
        ofVariables(dashboard).stream(), dashboard.panels().stream().map(PanelProof::verdict));
  }

  private static Optional<Verdict> ofVariables(DashboardProof dashboard) {
    return dashboard.flaws().stream().map(Flaw::verdict).max(Comparator.naturalOrder());
  }

  void writeTo(Html html) {
    section()
        .writeTo(
            html,
            () -> {
              html.in(Tag.of("p", "about"), () -> about(html));
              variables(html);
              rows(html);
            });
  }

  private void about(Html html) {
    if (!dashboard.folder().isEmpty()) {
      html.text("Folder ");
      html.in("bdi", dashboard.folder());
      html.text(". ");
    }
    for (Chosen chosen : dashboard.choices()) {
      html.in(
          Tag.of("span", "choice"),
          () -> {
            html.in("b", chosen.variable());
            html.text(" ");
            html.in("bdi", chosen.value());
          });
      html.text(" ");
    }
  }

  private void variables(Html html) {
    ofVariables(dashboard)
        .ifPresent(verdict ->
            html.in(
                Tag.of("div", "variables")
                    .with("id", Anchors.variables(index))
                    .with("data-verdict", verdict.id())
                    .with("tabindex", "-1"),
                () -> Flaws.writeTo(html, dashboard.flaws())));
  }

  private void rows(Html html) {
    List<PanelProof> panels = dashboard.panels();
    int from = 0;
    while (from < panels.size()) {
      int until = from + 1;
      while (until < panels.size() && panels.get(until).row().equals(panels.get(from).row())) {
        until++;
      }
      row(html, from, until);
      from = until;
    }
  }

  private void row(Html html, int from, int until) {
    String title = dashboard.panels().get(from).row();
    html.in(
        Tag.of("div", "row"),
        () -> {
          if (!title.isBlank()) {
            html.in(Tag.of("p", "row-title").with("dir", "auto"), title);
          }
          html.in(
              Tag.of("div", "cards"),
              () -> {
                for (int i = from; i < until; i++) {
                  PanelProof panel = dashboard.panels().get(i);
                  new PanelCard(Anchors.panel(index, i), panel).writeTo(html);
                }
              });
        });
  }
}
