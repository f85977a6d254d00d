package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.site.Site;
import io.runboards.verify.LocalVerification;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.NotStarted;
import io.runboards.verify.prometheus.Programs;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.Verdict;
import io.runboards.verify.store.StoreFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
      "Examples:",
      "  runboards verify",
      "  runboards verify --site example --live --html target/verify.html",
      "  runboards verify --incident straggler --gpus 100",
      "  runboards verify --no-incidents --format junit --report verify.xml"
    })
final class VerifyCommand implements Callable<Integer> {
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

  @Option(
      names = "--program",
      paramLabel = "FILE",
      description = "The program prometheus.")
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

  @Mixin private ReportOptions reports;

  @Override
  public Integer call() {
    if (withoutIncidents && !incidents.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--no-incidents and --incident exclude each other");
    }
    Surroundings around = runboards.around();
    SiteLookup.Found found = SiteLookup.read(site, siteOptions, around);
    Workspace workspace =
        Checked.workspace(found, around, spec.commandLine().getErr(), "verified");
    List<Incident> tried = tried();
    ReportOptions.Open report = reports.open(around);
    Proof proof = proof(found.site(), workspace, tried, around);
    report.print(proof, spec.commandLine().getOut());
    return proof.verdict() == Verdict.BROKEN ? ExitCode.FAILED : ExitCode.OK;
  }

  private Proof proof(
      Site target, Workspace workspace, List<Incident> tried, Surroundings around) {
    Scenario calm =
        new Scenario(
            platform.seed(),
            platform.size(Size.SMALL),
            target.installation(),
            ScenarioOptions.labels(target),
            0,
            1,
            List.of());
    try (News news = new News(around.terminal().isThere(), spec.commandLine().getErr())) {
      Path found = new Programs(around.environment(), around.folder()).prometheus(program);
      return new LocalVerification(found, target, workspace, calm, news).run(tried, live);
    } catch (NotStarted | NoAnswer | StoreFailed e) {
      throw new CommandFailed(e.getMessage());
    } catch (IOException e) {
      throw new CommandFailed("cannot start a Prometheus: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted");
    }
  }

  private List<Incident> tried() {
    if (withoutIncidents) {
      return List.of();
    }
    return incidents.isEmpty()
        ? Incidents.ALL
        : incidents.stream().map(name -> IncidentChoice.find(name, Incidents.ALL)).distinct().toList();
  }
}
