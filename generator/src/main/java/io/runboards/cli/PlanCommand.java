package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.cli.Told.State;
import io.runboards.deploy.Plan;
import io.runboards.deploy.SavedPlan;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what would change in a Grafana. */
@Command(
    name = "plan",
    description = "Show what would change in a site's Grafana; nothing is changed.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:there is nothing to do",
      " 1:something failed, or must not be done",
      " 2:something would change",
      "64:the command line is wrong"
    },
    footer = {
      "",
      "Credentials come from the environment: GRAFANA_API_TOKEN, or for organisation",
      "'Team A' GRAFANA_API_TOKEN_TEAM_A; or GRAFANA_USER and GRAFANA_PASSWORD; or",
      "GRAFANA_ADMIN_PASSWORD. GRAFANA_URL overrides the address of the site.",
      "",
      "Signs: + create, ~ change, > move, = adopt, - delete, ! refused.",
      "",
      "Examples:",
      "  runboards plan --site example",
      "  runboards plan --site example --save plan.json",
      "  runboards plan --site example --organisation 'Team A' --format json"
    })
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;
  @Mixin private DeployOptions options;
  @Mixin private PlanOptions limits;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Save the plan for 'apply --plan FILE'.")
  private Optional<Path> file = Optional.empty();

  @Override
  public Integer call() {
    Surroundings around = options.in(runboards.around());
    PrintWriter out = spec.commandLine().getOut();
    SiteLookup.Found found = options.site(around);
    Site site = found.site();
    Workspace workspace = Checked.workspace(found, around, spec.commandLine().getErr(), "deployed");
    Secrets secrets = options.secrets(site, around);
    try (Stations stations =
        options.open(site, options.organisations(site), secrets, limits.adding(), around)) {
      stations.older(site.grafana().version()).forEach(spec.commandLine().getErr()::println);
      Map<Station, Plan> plans =
          stations.each(station ->
              station.plan(
                  DeployOptions.desired(site, station, workspace, secrets), limits.allowed()));
      String server = options.address(site, around);
      Report report = Execution.planned("plan", site.name(), server, plans);
      report.print(options.format(), TextReport::plan, out);
      if (report.has(State.FAILED)) {
        return ExitCode.FAILED;
      }
      file.ifPresent(it -> save(around.folder().resolve(it), saved(site, server, plans)));
      return report.isNothing() ? ExitCode.OK : ExitCode.DIFFERENT;
    }
  }

  private SavedPlan saved(Site site, String server, Map<Station, Plan> plans) {
    return SavedPlan.of(site.name(), server, limits.allowed(), byName(plans));
  }

  /** Plans by the names of their organisations. */
  static Map<String, Plan> byName(Map<Station, Plan> plans) {
    Map<String, Plan> byName = new LinkedHashMap<>();
    plans.forEach((station, plan) -> byName.put(station.organisation().name(), plan));
    return byName;
  }

  private static void save(Path file, SavedPlan plan) {
    try {
      Files.writeString(file, plan.json().line() + "\n");
    } catch (IOException e) {
      throw new CommandFailed("cannot write " + file);
    }
  }
}
