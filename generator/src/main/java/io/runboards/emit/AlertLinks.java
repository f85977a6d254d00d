package io.runboards.emit;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.DrillDown.Carried;
import io.runboards.dashboard.Variable;
import io.runboards.rules.Alert;
import io.runboards.site.Site;
import java.util.List;
import java.util.Optional;

/** Where an alert leads: to its runbook, and to dashboards that show what it is about. */
public final class AlertLinks {
  private AlertLinks() {}

  /** The address of an alert's runbook; empty if the site has none. */
  public static Optional<String> runbook(Alert alert, Site site) {
    return site.runbooks().map(below -> below + "/" + alert.name());
  }

  /** The address of a dashboard. */
  public static String dashboard(DrillDown link, Site site) {
    return site.grafana().url() + "/d/" + link.uid();
  }

  /**
   * The address of the best dashboard about an alert, with the values of the alert's labels in its
   * variables: a text of the alert. Empty if the alert names no dashboard.
   */
  public static Optional<String> bestDashboard(Alert alert, Workspace workspace, Site site) {
    return alert.lookAt().stream().findFirst().map(link -> filled(link, workspace, site));
  }

  private static String filled(DrillDown link, Workspace workspace, Site site) {
    List<String> values =
        link.carried().stream()
            .flatMap(
                carried -> workspace.find(link.uid()).flatMap(it -> value(carried, it)).stream())
            .toList();
    String query = values.isEmpty() ? "" : "?" + String.join("&", values);
    return dashboard(link, site) + query;
  }

  private static Optional<String> value(Carried carried, Dashboard target) {
    return target.variables().stream()
        .filter(it -> it.held().filter(held -> held.equals(carried.to())).isPresent())
        .map(Variable::name)
        .findFirst()
        .map(name -> "var-" + name + "={{ $labels." + carried.from().name() + " | urlquery }}");
  }
}
