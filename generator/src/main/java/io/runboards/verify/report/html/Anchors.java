package io.runboards.verify.report.html;

import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.IncidentProof.Sign;
import io.runboards.verify.proof.PanelProof;
import java.util.List;
import java.util.Optional;

/**
 * The ids of the parts of the page that links lead to: {@code d2} is the second dashboard, {@code
 * d2-p3} its third panel.
 *
 * @param dashboards the dashboards
 */
record Anchors(List<DashboardProof> dashboards) {
  static String dashboard(int index) {
    return "d" + (index + 1);
  }

  static String variables(int dashboard) {
    return dashboard(dashboard) + "-variables";
  }

  static String panel(int dashboard, int index) {
    return dashboard(dashboard) + "-p" + (index + 1);
  }

  static String rule(int index) {
    return "r" + (index + 1);
  }

  static String live(int index) {
    return "l" + (index + 1);
  }

  static String metric(int index) {
    return "m" + (index + 1);
  }

  static String incident(int index) {
    return "i" + (index + 1);
  }

  /** The panel on which an incident can be seen, if the page shows it. */
  Optional<String> of(Sign sign) {
    for (int i = 0; i < dashboards.size(); i++) {
      List<PanelProof> panels = dashboards.get(i).panels();
      for (int j = 0; j < panels.size() && dashboards.get(i).uid().equals(sign.uid()); j++) {
        if (panels.get(j).title().equals(sign.panel())) {
          return Optional.of(panel(i, j));
        }
      }
    }
    return Optional.empty();
  }
}
