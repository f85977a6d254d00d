import io.runboards.check.Workspace;
import io.runboards.cli.Content;
import io.runboards.cli.Runboards;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DashboardSource;
import io.runboards.deploy.Allowed;
import io.runboards.deploy.Apply;
import io.runboards.deploy.Crew;
import io.runboards.deploy.Desired;
import io.runboards.deploy.Insistence;
import io.runboards.deploy.Outcome;
import io.runboards.deploy.Plan;
import io.runboards.deploy.Wanted;
import io.runboards.deploy.grafana.GrafanaTarget;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.deploy.grafana.SiteContent;
import io.runboards.flow.World;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site;
import io.runboards.standin.Fault;
import io.runboards.standin.Faults;
import io.runboards.standin.Role;
import io.runboards.standin.Setup;
import io.runboards.standin.StandIn;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How long it takes to deploy many dashboards for the first time, and to find out that nothing is
 * to be done, beside a client that sends one request after the other.
 *
 * <p>Both talk to the stand-in for Grafana, each in one of its own, which answers in this process
 * and 20 ms late. They take turns; the time is that of the clock. What commands print goes to
 * standard output, the figures to a file.
 *
 * <p>Arguments: which Grafana is stood in for ({@code observed} or {@code documented}), how many
 * dashboards, a folder for files, where {@code figures.txt} will be.
 */
public final class DeployBench {
  private static final Map<String, Setup> SETUPS =
      Map.of("observed", Setup.OBSERVED, "documented", Setup.DOCUMENTED);
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final int FOLDERS = 20;
  private static final int ROUNDS = 3;
  private static final double GOAL_OF_PLAN = 8;
  private static final double GOAL_OF_APPLY = 5;
  private static final Site SITE = Site.usual("bench");

  private final Setup setup;
  private final List<Dashboard> dashboards;
  private final Path folder;
  private final Map<Way, List<Measured>> measured = new EnumMap<>(Way.class);

  private DeployBench(Setup setup, List<Dashboard> dashboards, Path folder) {
    this.setup = setup;
    this.dashboards = dashboards;
    this.folder = folder;
  }

  /** Who deploys, and how often it was done before. */
  private enum Way {
    SEQUENTIAL_FIRST("one after the other, first apply"),
    ENGINE_FIRST("runboards, first apply"),
    COMMAND_FIRST("the command 'apply'"),
    SEQUENTIAL_AGAIN("one after the other, nothing to do"),
    ENGINE_AGAIN("runboards, nothing to do"),
    COMMAND_AGAIN("the command 'plan'");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  /** What it took. */
  private record Measured(double seconds, long requests, int writes) {}

  /** Something to measure. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Setup setup = SETUPS.get(args[0]);
    List<Dashboard> dashboards = Fleet.of(Integer.parseInt(args[1]), FOLDERS);
    Path folder = Files.createDirectories(Path.of(args[2]));
    new DeployBench(setup, Fleet.of(FOLDERS, FOLDERS), folder).round();
    DeployBench bench = new DeployBench(setup, dashboards, folder);
    for (int round = 0; round < ROUNDS; round++) {
      bench.round();
    }
    bench.commands();
    try (PrintStream out =
        new PrintStream(folder.resolve("figures.txt").toFile(), StandardCharsets.UTF_8)) {
      bench.print(out);
    }
  }

  private void round() throws Exception {
    Desired desired = desired();
    try (Stage stage = new Stage(setup)) {
      OneAfterTheOther client = new OneAfterTheOther(stage.http, desired);
      measure(Way.SEQUENTIAL_FIRST, stage.standIn, client::deploy);
      measure(Way.SEQUENTIAL_AGAIN, stage.standIn, client::deploy);
    }
    try (Stage stage = new Stage(setup)) {
      measure(Way.ENGINE_FIRST, stage.standIn, () -> apply(stage.http, desired));
      measure(
          Way.ENGINE_AGAIN,
          stage.standIn,
          () -> require(plan(open(stage.http), desired).isNothing(), "something is to be done"));
    }
  }

  /** Whole commands: they define and check the dashboards, too, and write down what was before. */
  private void commands() throws Exception {
    try (Stage stage = new Stage(setup)) {
      Path site = folder.resolve(SITE.name() + ".yaml");
      Files.writeString(
          site,
          "name: %s\ngrafana: {version: \"9.4\", url: \"%s\", organisations: [{id: 1, name: Main Org.}]}\n"
              .formatted(SITE.name(), stage.standIn.url()));
      Path token = folder.resolve("token");
      Files.writeString(token, stage.token);
      String[] to = {
        "--site", site.toString(), "--token-file", token.toString(), "--format", "github"
      };
      String history = folder.resolve("history").toString();
      measure(
          Way.COMMAND_FIRST,
          stage.standIn,
          () -> command(to, "apply", "--yes", "--history", history));
      measure(Way.COMMAND_AGAIN, stage.standIn, () -> command(to, "plan"));
    }
  }

  private void command(String[] to, String... args) {
    List<DashboardSource> sources =
        dashboards.stream().map(dashboard -> (DashboardSource) at -> dashboard).toList();
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(to));
    int exitCode = Runboards.run(Content.of(sources), all.toArray(String[]::new));
    require(exitCode == 0, args[0] + " failed with " + exitCode);
  }

  private void measure(Way way, StandIn standIn, Work work) throws Exception {
    standIn.ledger().clear();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    measured
        .computeIfAbsent(way, it -> new ArrayList<>())
        .add(new Measured(seconds, standIn.ledger().requests(), standIn.ledger().writes().size()));
  }

  private static void require(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalStateException(otherwise);
    }
  }

  // Through the engine

  /** The dashboards and their folders. */
  private Desired desired() {
    Workspace workspace = Workspace.of(dashboards, World.standard(), SITE.cluster());
    return SiteContent.of(SITE, Organisation.MAIN, workspace, Secrets.NONE);
  }

  private static GrafanaTarget open(Http http) throws Exception {
    return GrafanaTarget.open(
        http, Organisation.MAIN.name(), SITE.name(), "bench", Secrets.NONE, Insistence.USUAL);
  }

  private static Plan plan(GrafanaTarget target, Desired desired) throws Exception {
    return Plan.between(
        desired,
        target.read(desired.things().stream().map(Wanted::key).collect(Collectors.toSet())),
        Allowed.USUAL);
  }

  private static void apply(Http http, Desired desired) throws Exception {
    GrafanaTarget target = open(http);
    List<Outcome> outcomes =
        new Apply(target, Crew.WRITERS, Insistence.USUAL, () -> false, outcome -> {})
            .run(plan(target, desired));
    require(
        outcomes.size() == desired.things().size()
            && outcomes.stream().allMatch(it -> it.end() == Outcome.End.DONE),
        "not all was deployed");
  }

  // The figures

  private void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%,d dashboards in %d folders, %d kB each; a stand-in for Grafana %s that answers %d ms late, in the same process%n%n",
        dashboards.size(),
        FOLDERS,
        size() / 1000,
        setup.version(),
        LATENCY.toMillis());
    out.printf("%-36s%30s%12s%12s%n", "Seconds (least, most)", "", "requests", "writes");
    measured.forEach((way, all) ->
        out.printf(
            Locale.ROOT,
            "%-36s%30s%12d%12d%n",
            way.words,
            all.size() == 1
                ? String.format(Locale.ROOT, "%.1f", median(way))
                : String.format(
                    Locale.ROOT,
                    "%.1f (%.1f, %.1f)",
                    median(way),
                    seconds(way).min().orElseThrow(),
                    seconds(way).max().orElseThrow()),
            all.getLast().requests(),
            all.getLast().writes()));
    out.printf(
        Locale.ROOT,
        "%nA first apply is %.1f times as fast as one request after the other (goal: at least %.0f).%n",
        median(Way.SEQUENTIAL_FIRST) / median(Way.ENGINE_FIRST),
        GOAL_OF_APPLY);
    out.printf(
        Locale.ROOT,
        "A plan that finds nothing to do is %.1f times as fast (goal: at least %.0f).%n",
        median(Way.SEQUENTIAL_AGAIN) / median(Way.ENGINE_AGAIN),
        GOAL_OF_PLAN);
  }

  private long size() {
    return desired().things().stream()
            .filter(it -> !it.folder().isEmpty())
            .mapToLong(it -> it.content().line().length())
            .sum()
        / dashboards.size();
  }

  private DoubleStream seconds(Way way) {
    return measured.get(way).stream().mapToDouble(Measured::seconds);
  }

  private double median(Way way) {
    double[] sorted = seconds(way).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** A stand-in that answers late, and somebody who may do everything in it. */
  private static final class Stage implements AutoCloseable {
    final StandIn standIn;
    final String token;
    final Http http;

    Stage(Setup setup) throws Exception {
      standIn = StandIn.start(setup);
      standIn.suffer(Faults.always(new Fault.Slow(LATENCY)));
      token = standIn.token(1, Role.ADMIN);
      http = Http.to(Server.at(standIn.url(), new Credentials.Token(new Secret(token))));
    }

    @Override
    public void close() {
      http.close();
      standIn.close();
    }
  }
}
