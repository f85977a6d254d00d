package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.cli.Report.Place;
import io.runboards.deploy.Allowed;
import io.runboards.deploy.Plan;
import io.runboards.deploy.Records;
import io.runboards.deploy.Snapshot;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Finds what others changed in a Grafana. */
@Command(
    name = "drift",
    description = "Find what others changed in a site's Grafana, and who did it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:nothing was changed",
      " 1:something failed",
      " 2:something was changed",
      "64:the command line is wrong"
    },
    footer = {
      "",
      "What changed in the source since the last 'runboards apply' is no drift. The",
      "history tells both apart; without it, all that differs is drift.",
      "",
      "Examples:",
      "  runboards drift --site example",
      "  runboards drift --site example --format github"
    })
final class DriftCommand implements Callable<Integer> {
  private static final Allowed EVERYTHING = new Allowed(true, true, Integer.MAX_VALUE, true);

  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;
  @Mixin private DeployOptions options;

  @Override
  public Integer call() {
    Surroundings around = options.in(runboards.around());
    SiteLookup.Found found = options.site(around);
    Site site = found.site();
    Workspace workspace = Checked.workspace(found, around, spec.commandLine().getErr(), "deployed");
    Secrets secrets = options.secrets(site, around);
    List<Snapshot> history = options.history(site, around).all();
    try (Stations stations =
        options.open(site, options.organisations(site), secrets, false, around)) {
      Map<Station, Plan> plans =
          stations.each(station ->
              station.plan(DeployOptions.desired(site, station, workspace, secrets), EVERYTHING));
      List<Place> places = new ArrayList<>();
      plans.forEach((station, plan) ->
          places.add(Execution.place(station, plan, drifted(station, plan, history))));
      Report report = new Report("drift", site.name(), options.address(site, around), places);
      report.print(options.format(), TextReport::drift, spec.commandLine().getOut());
      return report.isNothing() ? ExitCode.OK : ExitCode.DIFFERENT;
    }
  }

  private static List<Told> drifted(Station station, Plan plan, List<Snapshot> history) {
    String name = station.organisation().name();
    Records records =
        Records.of(history.stream().filter(it -> it.organisation().equals(name)).toList());
    return records.drift(plan).stream().map(Told::drifted).toList();
  }
}
