package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.http.Http;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.site.Site;
import io.runboards.verify.LocalVerification;
import io.runboards.verify.StoreVerification;
import io.runboards.verify.prometheus.Headers;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.NotStarted;
import io.runboards.verify.prometheus.Programs;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.store.StoreFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Proves the dashboards and rules of a site on a real Prometheus. */
@Command(
    name = "verify",
    description = "Prove every panel and every rule of a site on a real Prometheus.",
    sortOptions = false,
    sortSynopsis = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:all shows what it should, or may be empty",
      " 1:something is broken, or the run failed",
      "64:the command line is wrong"
    },
    footer = {
      "",
      "A Prometheus is started on this machine and loaded with a simulated day, and",
      "with every incident. What Grafana would ask is asked, and every rule is run.",
      "The Prometheus is the one of --program, of the variable PROMETHEUS, of the test",
      "bed ('make testbed') or of the PATH. Without --gpus and --nodes, six nodes with",
      "eight GPUs are simulated.",
      "",
      "With --prometheus a store of your own is asked instead, and nothing is written:",
      "which metrics it has, which panels will be empty and why, and which alerts can",
      "never fire. The address is that below which /api/v1 stands, such as",
      "https://mimir.example.org/prometheus. Credentials come from the environment:",
      "PROMETHEUS_TOKEN, or PROMETHEUS_USER and PROMETHEUS_PASSWORD.",
      "",
      "Examples:",
      "  runboards verify",
      "  runboards verify --site example --live --html target/verify.html",
      "  runboards verify --incident straggler --gpus 100",
      "  runboards verify --prometheus http://localhost:9090",
      "  runboards verify --no-incidents --format junit --report verify.xml"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final Set<String> SECRET = Set.of("authorization", "cookie");

  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;

  @Option(
      names = "--site",
      paramLabel = "NAME|FILE",
      defaultValue = "example",
      description = "The site. Default: example.")
  private String site;

  @Mixin private SiteOptions siteOptions;
  @Mixin private PlatformOptions platform;

  @Option(names = "--program", paramLabel = "FILE", description = "The program prometheus.")
  private Optional<Path> program = Optional.empty();

  @Option(
      names = "--incident",
      paramLabel = "NAME",
      description = {
        "Try only this incident. Can be given more than",
        "once; 'simulate incidents' lists them."
      })
  private List<String> incidents = List.of();

  @Option(names = "--no-incidents", description = "Try no incident.")
  private boolean withoutIncidents;

  @Option(
      names = "--live",
      description = {
        "Also let incidents happen now, before the eyes",
        "of a Prometheus: about three minutes."
      })
  private boolean live;

  @Option(
      names = "--prometheus",
      paramLabel = "URL",
      description = "Ask a store of your own, and write nothing.")
  private Optional<String> own = Optional.empty();

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description = {
        "Send this with every question to that store.",
        "Can be given more than once."
      })
  private Map<String, String> headers = Map.of();

  @Mixin private StoreOptions store;
  @Mixin private ReportOptions reports;

  @Override
  public Integer call() {
    contradiction()
        .ifPresent(what -> {
          throw new ParameterException(spec.commandLine(), what);
        });
    Surroundings around = runboards.around();
    SiteLookup.Found found = SiteLookup.read(site, siteOptions, around);
    Workspace workspace = Checked.workspace(found, around, spec.commandLine().getErr(), "verified");
    List<Incident> tried = tried();
    ReportOptions.Open report = reports.open(around);
    Proof proof = proof(found.site(), workspace, tried, around);
    report.print(proof, spec.commandLine().getOut());
    return proof.verdict() == Verdict.BROKEN ? ExitCode.FAILED : ExitCode.OK;
  }

  private Optional<String> contradiction() {
    if (withoutIncidents && (!incidents.isEmpty() || live)) {
      return Optional.of("--no-incidents excludes --incident and --live");
    }
    boolean simulates =
        program.isPresent()
            || withoutIncidents
            || live
            || !incidents.isEmpty()
            || platform.hasSize();
    if (own.isPresent() && simulates) {
      return Optional.of("with --prometheus nothing is started or simulated");
    }
    if (own.isEmpty() && !headers.isEmpty()) {
      return Optional.of("--header is for a store of your own: --prometheus URL");
    }
    return headers.keySet().stream()
        .filter(name -> SECRET.contains(name.toLowerCase(Locale.ROOT)))
        .map(name -> "others see arguments: give credentials by the environment, not as " + name)
        .findFirst();
  }

  private Proof proof(Site target, Workspace workspace, List<Incident> tried, Surroundings around) {
    try (News news = new News(around.terminal().isThere(), spec.commandLine().getErr())) {
      return own.isPresent()
          ? ofOwnStore(own.get(), target, workspace, news, around)
          : simulated(target, workspace, tried, news, around);
    } catch (NotStarted | NoAnswer | StoreFailed e) {
      throw new CommandFailed(e.getMessage());
    } catch (IOException e) {
      throw new CommandFailed("cannot start a Prometheus: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted");
    }
  }

  private Proof simulated(
      Site target, Workspace workspace, List<Incident> tried, News news, Surroundings around)
      throws IOException, NotStarted, NoAnswer, InterruptedException {
    Scenario calm =
        new Scenario(
            platform.seed(),
            platform.size(Size.SMALL),
            target.installation(),
            ScenarioOptions.labels(target),
            0,
            1,
            List.of());
    Path found = new Programs(around.environment(), around.folder()).prometheus(program);
    return new LocalVerification(found, target, workspace, calm, news).run(tried, live);
  }

  private Proof ofOwnStore(
      String address, Site target, Workspace workspace, News news, Surroundings around)
      throws NoAnswer {
    try (Http http = store.ask(address, around)) {
      PrometheusApi api = new PrometheusApi(http, withHeaders(store.headers()));
      Instant now = around.clock().instant();
      return new StoreVerification(target.name(), workspace, api, now, news).run();
    }
  }

  private Headers withHeaders(Headers first) {
    try {
      Headers all = first;
      for (Map.Entry<String, String> header : headers.entrySet()) {
        all = all.with(header.getKey(), header.getValue());
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  private List<Incident> tried() {
    if (withoutIncidents) {
      return List.of();
    }
    return incidents.isEmpty()
        ? Incidents.ALL
        : incidents.stream()
            .map(name -> IncidentChoice.find(name, Incidents.ALL))
            .distinct()
            .toList();
  }
}
