package io.runboards.cli;

import io.runboards.cli.HistoryOptions.Time;
import io.runboards.cli.Simulated.Parts;
import io.runboards.json.JsonWriter;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.write.Ahead;
import io.runboards.simulate.write.Backfill;
import io.runboards.simulate.write.Blocks;
import io.runboards.simulate.write.Exporter;
import io.runboards.simulate.write.FreshFolder;
import io.runboards.simulate.write.NotWritten;
import io.runboards.simulate.write.OpenMetricsFiles;
import io.runboards.simulate.write.Sender;
import io.runboards.simulate.write.WriteRequests;
import io.runboards.site.Site;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.RemoteWrite;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes or shows the metrics of a platform that does not exist. */
@Command(
    name = "simulate",
    description = "Write or serve the metrics of a made-up platform.",
    synopsisSubcommandLabel = "[COMMAND ...]",
    sortOptions = false,
    sortSynopsis = false,
    subcommands = SimulateIncidents.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:done", " 1:something failed", "64:the command line is wrong"},
    footer = {
      "",
      "A history goes to a folder, as OpenMetrics text of two hours a file or as",
      "blocks of Prometheus, or to a store by remote write. A store takes samples only",
      "in the order of time, unless it was told otherwise. Credentials come from the",
      "environment: REMOTE_WRITE_TOKEN, or REMOTE_WRITE_USER and REMOTE_WRITE_PASSWORD.",
      "",
      "What is served lasts until interrupted. A Prometheus finds it with",
      "http_sd_configs, at http://127.0.0.1:PORT/targets.",
      "",
      "Without --gpus and --nodes the platform is as large as the site says.",
      "",
      "Examples:",
      "  runboards simulate --to history --gpus 100",
      "  runboards simulate --to data --blocks --backfill 7d --incident idle-hoarder@6d",
      "  runboards simulate --to http://localhost:9090 --step 15s",
      "  runboards simulate --serve 9300",
      "  runboards simulate incidents"
    })
final class SimulateCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Spec private CommandSpec spec;
  @ParentCommand private Runboards runboards;

  @Option(
      names = "--site",
      paramLabel = "NAME|FILE",
      defaultValue = "example",
      description = {"The site that it is like in version, size and", "labels. Default: example."})
  private String site;

  @Mixin private SiteOptions siteOptions;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private HistoryOptions history;

  @Option(
      names = "--to",
      paramLabel = "FOLDER|URL",
      description = "Write a history to a new folder or to a store.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--blocks", description = "Make blocks of Prometheus in the folder.")
  private boolean blocks;

  @Option(
      names = "--promtool",
      paramLabel = "FILE",
      defaultValue = "promtool",
      description = "The program that makes them. Default: promtool.")
  private String promtool;

  @Mixin private StoreOptions store;

  @Option(
      names = "--serve",
      paramLabel = "PORT",
      description = "Be scraped on a port of this machine.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private Format format;

  @Override
  public Integer call() {
    if (to.isPresent() == port.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "say where to: either --to FOLDER|URL or --serve PORT");
    }
    if (port.isPresent() && (history.areUsed() || blocks)) {
      throw new ParameterException(spec.commandLine(), "--serve tells the present, no history");
    }
    Surroundings around = runboards.around();
    Site like = SiteLookup.read(site, siteOptions, around).site();
    try {
      if (port.isPresent()) {
        serve(like, around);
      } else {
        write(like, to.get(), around);
      }
      return ExitCode.OK;
    } catch (NotWritten e) {
      throw new CommandFailed(e.getMessage());
    } catch (UncheckedIOException e) {
      throw new CommandFailed("cannot write: " + e.getCause().getMessage());
    }
  }

  private void write(Site like, String target, Surroundings around) {
    Instant start = around.clock().instant();
    Time time = history.time(start);
    Backfill backfill =
        new Backfill(scenarios.scenario(like, time.from(), time.step()), time.until());
    Progress progress =
        new Progress(
            "moments",
            backfill.moments(),
            around.terminal().isThere(),
            spec.commandLine().getErr());
    Written written =
        target.matches("(?i)https?://.*")
            ? toStore(backfill, target, around, progress)
            : toFolder(backfill, folder(target, around), progress);
    Duration took = Duration.between(start, around.clock().instant());
    report(new Simulated(backfill, written.told(), target, written.parts(), took));
  }

  private record Written(Backfill.Told told, Parts parts) {}

  private static Path folder(String target, Surroundings around) {
    try {
      return around.folder().resolve(target);
    } catch (InvalidPathException e) {
      throw new CommandFailed("'" + target + "' is no folder");
    }
  }

  private Written toFolder(Backfill backfill, Path target, Runnable progress) {
    try (FreshFolder folder = FreshFolder.at(target)) {
      return blocks ? blocks(backfill, folder, progress) : text(backfill, folder, progress);
    }
  }

  private static Written text(Backfill backfill, FreshFolder folder, Runnable progress) {
    Backfill.Told told;
    try (OpenMetricsFiles files = new OpenMetricsFiles(folder.files(), file -> {})) {
      told = backfill.tell(files, progress);
    }
    return new Written(told, new Parts(folder.finish(), "files"));
  }

  private Written blocks(Backfill backfill, FreshFolder folder, Runnable progress) {
    try (Blocks made = new Blocks(Path.of(promtool), folder.files())) {
      Backfill.Told told;
      try (OpenMetricsFiles files = new OpenMetricsFiles(folder.scratch(), made)) {
        told = backfill.tell(files, progress);
      }
      made.finish();
      return new Written(told, new Parts(folder.finish(), "blocks"));
    }
  }

  private Written toStore(
      Backfill backfill, String address, Surroundings around, Runnable progress) {
    AtomicLong sent = new AtomicLong();
    try (StoreOptions.Open open = store.open(address, around);
        Ahead ahead = new Ahead(to(open.write()))) {
      Sender counting =
          body -> {
            ahead.send(body);
            sent.incrementAndGet();
          };
      WriteRequests requests = new WriteRequests(counting);
      Backfill.Told told = backfill.tell(requests, progress);
      requests.close();
      ahead.finish();
      return new Written(told, new Parts(sent.get(), "requests"));
    }
  }

  private static Sender to(RemoteWrite write) {
    return body -> {
      try {
        write.send(body);
      } catch (NoAnswer e) {
        throw new NotWritten(e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotWritten("interrupted");
      }
    };
  }

  private void report(Simulated simulated) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      JsonWriter.pretty(out, simulated::writeTo);
    } else {
      simulated.print(out);
    }
  }

  private void serve(Site like, Surroundings around) {
    PrintWriter out = spec.commandLine().getOut();
    Scenario scenario = scenarios.scenario(like, around.clock().instant().getEpochSecond(), 1);
    try (Interruption interruption = Interruption.awaited();
        Exporter exporter = Exporter.start(Simulation.of(scenario), around.clock(), port.get())) {
      out.println("serving http://" + exporter.address() + "/targets until interrupted");
      out.flush();
      while (!interruption.hasCome()) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
