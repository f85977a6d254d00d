package io.runboards.check;

import io.runboards.dashboard.Panel;
import io.runboards.finding.Severity;

/**
 * What a check has against a part of a dashboard.
 *
 * @param severity how bad it is
 * @param spot the part
 * @param message what is wrong with it
 * @param advice what to do about it; empty when the message says it already
 */
record DashboardProblem(Severity severity, Spot spot, String message, String advice) {
  static DashboardProblem of(String message) {
    return new DashboardProblem(Severity.ERROR, new Spot.Whole(), message, "");
  }

  static DashboardProblem of(Panel panel, String message) {
    return new DashboardProblem(Severity.ERROR, new Spot.OfPanel(panel), message, "");
  }

  static DashboardProblem at(Spot spot, String message) {
    return new DashboardProblem(Severity.ERROR, spot, message, "");
  }

  DashboardProblem asWarning() {
    return new DashboardProblem(Severity.WARNING, spot, message, advice);
  }

  DashboardProblem advise(String what) {
    return new DashboardProblem(severity, spot, message, what);
  }
}
