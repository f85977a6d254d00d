package io.runboards.cli;

import io.runboards.deploy.Allowed;
import io.runboards.deploy.Desired;
import io.runboards.deploy.Plan;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.site.Site;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes all out of a Grafana that a site put there. */
@Command(
    name = "destroy",
    description = "Delete all that a site owns in its Grafana, and nothing else.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:something failed, or was not done",
      " 2:something would be deleted, and --yes was not given",
      "64:the command line is wrong",
      "130:stopped by Ctrl-C: what had begun is ended"
    },
    footer = {
      "",
      "Folders in which something of others stands stay. 'runboards rollback' brings all",
      "of it back, but for its history on the server.",
      "",
      "Examples:",
      "  runboards destroy --site example",
      "  runboards destroy --site example --organisation 'Team A' --yes"
    })
final class DestroyCommand implements Callable<Integer> {
  private static final Allowed DELETING = new Allowed(false, true, Integer.MAX_VALUE, true);

  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;
  @Mixin private DeployOptions options;

  @Option(names = "--yes", description = "Delete. Without it, all is only listed.")
  private boolean agreed;

  @Override
  public Integer call() {
    Surroundings around = options.in(runboards.around());
    PrintWriter out = spec.commandLine().getOut();
    Site site = options.site(around).site();
    try (Stations stations =
        options.open(site, options.organisations(site), Secrets.NONE, false, around)) {
      Map<Station, Plan> plans =
          stations.each(station -> station.plan(new Desired(site.name(), List.of()), DELETING));
      String server = options.address(site, around);
      if (!agreed) {
        Report report = Execution.planned("destroy", site.name(), server, plans);
        report.print(options.format(), TextReport::plan, out);
        return report.isNothing() ? ExitCode.OK : ExitCode.DIFFERENT;
      }
      return new Execution(
              "destroy",
              site.name(),
              server,
              options.format(),
              agreed,
              options.history(site, around),
              around,
              out,
              spec.commandLine().getErr())
          .run(plans);
    }
  }
}
