package io.runboards.alerts;

import static io.runboards.query.Queries.vector;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static io.runboards.rules.Runbook.means;

import io.runboards.dashboard.Installation;
import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleSource;
import io.runboards.rules.Urgency;
import java.util.List;

/** The alert that always fires, so that somebody outside notices when no alert gets through. */
public final class Watchdog implements RuleSource {
  public static final Alert WATCHDOG =
      alert("Watchdog", Urgency.INFO, vector(1))
          .summary("Alerts get through")
          .description(
              "This alert always fires; its absence is the alarm. While it arrives, rules are"
                  + " evaluated and Alertmanager delivers. When it stays away, nobody learns of"
                  + " any other alert.")
          .lookAt(Links.PIPELINE)
          .runbook(
              means(
                      "All is well: the way from a rule to the receiver works. A service outside"
                          + " of the cluster expects this alert and calls when it stays away.")
                  .matters(
                      "When it stays away, the server that evaluates rules, Alertmanager or the way"
                          + " out of the cluster is down, and every other alert is lost, too.")
                  .steps(
                      "When the outside service called: look whether the server that evaluates the"
                          + " rules answers and whether its page /rules shows this alert firing.",
                      "Look at Alertmanager: does it list the alert, and do its logs tell of"
                          + " notifications that failed?",
                      "Look whether the cluster can reach the outside service: proxy, DNS, and the"
                          + " date of its certificates.",
                      "Until it is mended, watch the dashboards by eye: no alert will tell you.")
                  .silence(
                      "Never. Route it to nobody but the outside service; a silence looks to that"
                          + " service like a broken pipeline."));

  @Override
  public RuleFile define(Installation at) {
    return ruleFile("watchdog", "Dead man's switch", "observability")
        .groups(group("watchdog", WATCHDOG))
        .tests(
            List.of(
                test("it fires at once, and goes on")
                    .fires("0s", WATCHDOG, 1)
                    .fires("1h", WATCHDOG, 1)));
  }
}
