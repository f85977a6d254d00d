package io.runboards.check;

import java.util.stream.Stream;

/** One rule about dashboards. Its page is {@code docs/checks/<id>.md}. */
interface DashboardCheck {
  /** The name of the rule in kebab-case. */
  String id();

  /** What a dashboard does against the rule. */
  Stream<DashboardProblem> problems(Examined dashboard, Workspace workspace);
}
