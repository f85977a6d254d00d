package io.runboards.cli;

import io.runboards.deploy.Allowed;
import io.runboards.deploy.Found;
import io.runboards.deploy.Plan;
import io.runboards.deploy.Snapshot;
import io.runboards.deploy.Trouble;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.deploy.grafana.SiteContent;
import io.runboards.finding.DidYouMean;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Goes back to what was before a run. */
@Command(
    name = "rollback",
    description = "Bring a site's Grafana back to what it was before a run changed it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:something failed, or was not done",
      "64:the command line is wrong",
      "130:stopped by Ctrl-C: what had begun is ended"
    },
    footer = {
      "",
      "What the run changed becomes what it was, what it deleted comes back, and what it",
      "created goes; nothing else is touched. A rollback is a run, too: rolling it back",
      "goes forward again. Secrets of data sources stay those of today.",
      "",
      "Examples:",
      "  runboards rollback --site example --list",
      "  runboards rollback --site example",
      "  runboards rollback --site example 20260131T120000Z"
    })
final class RollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;
  @Mixin private DeployOptions options;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The run, as --list names it. Default: the last one.")
  private Optional<String> id = Optional.empty();

  @Option(names = "--list", description = "List the runs, and change nothing.")
  private boolean list;

  @Option(names = "--adopt", description = "Take over things of the same uid that nobody owns.")
  private boolean adopt;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean agreed;

  @Override
  public Integer call() {
    Surroundings around = options.in(runboards.around());
    PrintWriter out = spec.commandLine().getOut();
    Site site = options.site(around).site();
    HistoryFolder history = options.history(site, around);
    List<Snapshot> all = history.all();
    if (list) {
      list(all, out);
      return ExitCode.OK;
    }
    Map<String, Snapshot> chosen = chosen(all, history);
    Secrets secrets = options.secrets(site, around);
    List<Organisation> meant =
        options.organisations(site).stream().filter(it -> chosen.containsKey(it.name())).toList();
    if (meant.isEmpty()) {
      throw new CommandFailed("that run changed nothing in these organisations");
    }
    try (Stations stations = options.open(site, meant, secrets, false, around)) {
      Map<Station, Plan> plans =
          stations.each(
              station -> plan(station, chosen.get(station.organisation().name()), secrets));
      return new Execution(
              "rollback",
              site.name(),
              options.address(site, around),
              options.format(),
              agreed,
              history,
              around,
              out,
              spec.commandLine().getErr())
          .run(plans);
    }
  }

  private Plan plan(Station station, Snapshot snapshot, Secrets secrets) throws Trouble {
    Found found = station.found(snapshot.keys());
    return Plan.between(
        SiteContent.renewed(snapshot.restored(found), secrets),
        found,
        new Allowed(adopt, true, Integer.MAX_VALUE, true));
  }

  /** The snapshots of the run, by the names of the organisations. */
  private Map<String, Snapshot> chosen(List<Snapshot> all, HistoryFolder history) {
    String last =
        all.reversed().stream()
            .filter(it -> !it.changes().isEmpty())
            .findFirst()
            .map(Snapshot::id)
            .orElseThrow(() -> new CommandFailed("there is no history in " + history.folder()));
    String run = id.orElse(last);
    Map<String, Snapshot> chosen =
        all.stream()
            .filter(it -> it.id().equals(run))
            .collect(Collectors.toMap(Snapshot::organisation, it -> it));
    if (chosen.isEmpty()) {
      List<String> known = all.stream().map(Snapshot::id).distinct().toList();
      throw new CommandFailed(
          "there is no run '%s'%s".formatted(run, DidYouMean.oneOf(known, run)));
    }
    return chosen;
  }

  private static void list(List<Snapshot> all, PrintWriter out) {
    Table table = new Table("run", "what", "organisation", "changes");
    all.forEach(it ->
        table.row(it.id(), it.command(), it.organisation(), Integer.toString(it.changes().size())));
    table.print(out);
  }
}
