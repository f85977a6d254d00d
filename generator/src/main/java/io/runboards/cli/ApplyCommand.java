package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.deploy.Allowed;
import io.runboards.deploy.Plan;
import io.runboards.deploy.SavedPlan;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.json.JsonValue;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a Grafana what a site wants. */
@Command(
    name = "apply",
    description = "Bring a site's Grafana to the state that the site wants.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:something failed, or was not done",
      "64:the command line is wrong",
      "130:stopped by Ctrl-C: what had begun is ended"
    },
    footer = {
      "",
      "What differs is written, and nothing else. What was there before is kept for",
      "'runboards rollback'. Credentials are those of 'runboards plan'.",
      "",
      "Examples:",
      "  runboards apply --site example",
      "  runboards apply --site example --yes --format junit",
      "  runboards apply --site example --plan plan.json"
    })
final class ApplyCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 10;

  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;
  @Mixin private DeployOptions options;
  @Mixin private PlanOptions limits;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean agreed;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = {
        "Carry out the plan that 'plan --save FILE' saved, with its limits, if nothing",
        "has moved since."
      })
  private Optional<Path> file = Optional.empty();

  @Override
  public Integer call() {
    Surroundings around = options.in(runboards.around());
    SiteLookup.Found found = options.site(around);
    Site site = found.site();
    Workspace workspace = Checked.workspace(found, around, spec.commandLine().getErr(), "deployed");
    Secrets secrets = options.secrets(site, around);
    Optional<SavedPlan> saved = file.map(it -> read(around.folder().resolve(it)));
    Allowed allowed = saved.map(SavedPlan::allowed).orElseGet(limits::allowed);
    try (Stations stations =
        options.open(site, meant(site, saved), secrets, limits.adding(), around)) {
      stations.older(site.grafana().version()).forEach(spec.commandLine().getErr()::println);
      Map<Station, Plan> plans =
          stations.each(station ->
              station.plan(DeployOptions.desired(site, station, workspace, secrets), allowed));
      String server = options.address(site, around);
      SavedPlan now = SavedPlan.of(site.name(), server, allowed, PlanCommand.byName(plans));
      saved.ifPresent(then -> compare(then, now));
      return new Execution(
              "apply",
              site.name(),
              server,
              options.format(),
              agreed || saved.isPresent(),
              options.history(site, around),
              around,
              spec.commandLine().getOut(),
              spec.commandLine().getErr())
          .run(plans);
    }
  }

  private List<Organisation> meant(Site site, Optional<SavedPlan> saved) {
    return options.organisations(site).stream()
        .filter(it -> saved.map(plan -> plan.organisations().containsKey(it.name())).orElse(true))
        .toList();
  }

  private static SavedPlan read(Path file) {
    try {
      return SavedPlan.of(JsonValue.parse(QueryInput.text(file.toString())));
    } catch (JsonValue.Malformed e) {
      throw new CommandFailed("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static void compare(SavedPlan then, SavedPlan now) {
    if (!then.site().equals(now.site()) || !then.server().equals(now.server())) {
      throw new CommandFailed(
          "the plan is for site %s at %s, and this is %s at %s"
              .formatted(then.site(), then.server(), now.site(), now.server()));
    }
    List<String> moved = now.differencesFrom(then);
    if (!moved.isEmpty()) {
      String more =
          moved.size() > MOST_SHOWN ? "\n  and %s more".formatted(moved.size() - MOST_SHOWN) : "";
      throw new CommandFailed(
          "the plan is out of date, and nothing was changed. These moved since it was made:\n  %s%s\nMake a new one with 'runboards plan --save'."
              .formatted(
                  String.join("\n  ", moved.subList(0, Math.min(MOST_SHOWN, moved.size()))), more));
    }
  }
}
