package io.runboards.verify.live;

import io.runboards.check.Workspace;
import io.runboards.emit.OutFile;
import io.runboards.emit.prometheus.PrometheusFiles;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Length;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.write.Exporter;
import io.runboards.site.Site;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.NotStarted;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.prometheus.Setup.ConfigFile;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.LiveProof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Incidents that happen now, all at once, and a Prometheus that scrapes them each second and
 * evaluates the rules as they are shipped, but each second, too.
 *
 * <p>It confirms what the same incidents set off in a history: that an alert fires, for which
 * series, and how soon. Only alerts that fire soon are waited for.
 */
public final class LiveRun implements AutoCloseable {
  /** Incidents that do not hide each other, and of which alerts tell soon. */
  static final Set<String> INCIDENTS =
      Set.of("training-nan", "training-fails", "row-remap-failure", "oom-loop");

  private static final Length LONGEST_HOLD = Length.of("2m");

  /** An alert that fires later in a history needs more than its hold, and is not waited for. */
  private static final Duration SOON = LONGEST_HOLD.duration().plusMinutes(2);

  /** In a history all happens on whole minutes. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  private static final Duration CALM = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String RULES = "prometheus/rules/";
  private static final String CONFIG =
      """
      global:
        scrape_interval: 1s
        scrape_timeout: 1s
        evaluation_interval: 1s
      rule_files: [rules/*.yaml]
      scrape_configs:
        - job_name: simulated
          http_sd_configs:
            - url: http://%s/targets
              refresh_interval: 5s
      """;

  private final Workspace workspace;
  private final Exporter exporter;
  private final LocalPrometheus prometheus;
  private final Instant begin;

  private LiveRun(
      Workspace workspace, Exporter exporter, LocalPrometheus prometheus, Instant begin) {
    this.workspace = workspace;
    this.exporter = exporter;
    this.prometheus = prometheus;
    this.begin = begin;
  }

  /**
   * Lets incidents begin in some seconds.
   *
   * @param calm what is simulated besides them
   * @param incidents from which those are taken that can be seen soon
   */
  public static LiveRun start(
      Path program, Site site, Workspace workspace, Scenario calm, List<Incident> incidents)
      throws IOException, NotStarted, InterruptedException {
    InstantSource clock = InstantSource.system();
    long now = clock.instant().getEpochSecond();
    Simulation simulation =
        Simulation.of(
            calm.starting(now, 1)
                .with(
                    incidents.stream()
                        .filter(incident -> INCIDENTS.contains(incident.name()))
                        .map(incident -> incident.from(now + CALM.toSeconds()))
                        .toList()));
    Exporter exporter = Exporter.start(simulation, clock, 0);
    Instant begin = Instant.ofEpochSecond(clock.instant().getEpochSecond()).plus(CALM);
    try {
      Setup setup =
          Setup.idle(program).with(CONFIG.formatted(exporter.address()), rules(site, workspace));
      return new LiveRun(workspace, exporter, LocalPrometheus.start(setup), begin);
    } catch (IOException | NotStarted | InterruptedException | RuntimeException e) {
      exporter.close();
      throw e;
    }
  }

  /** The files of alerts that fire soon, and of all that writes what these read. */
  private static List<ConfigFile> rules(Site site, Workspace workspace) {
    Set<String> names = new HashSet<>();
    for (RuleFile file : workspace.book().files()) {
      if (file.audience() != Audience.FEDERATION && file.alerts().anyMatch(LiveRun::isSoon)) {
        names.add(file.name());
        file.rules()
            .flatMap(rule -> workspace.graph().below(rule).stream())
            .map(recording -> fileOf(recording, workspace))
            .forEach(names::add);
      }
    }
    return PrometheusFiles.of(site, workspace).stream()
        .filter(file -> names.contains(nameOf(file)))
        .map(file -> new ConfigFile("rules/" + nameOf(file) + ".yaml", eachSecond(file)))
        .toList();
  }

  private static boolean isSoon(Alert alert) {
    return !LONGEST_HOLD.isShorterThan(alert.hold().before()) && !alert.hold().before().isNone();
  }

  private static String fileOf(Recording recording, Workspace workspace) {
    return workspace.book().files().stream()
        .filter(file -> file.recordings().anyMatch(recording::equals))
        .map(RuleFile::name)
        .findFirst()
        .orElseThrow();
  }

  private static String nameOf(OutFile file) {
    return file.path().startsWith(RULES)
        ? file.path().substring(RULES.length()).replaceFirst("\\.yaml$", "")
        : "";
  }

  private static String eachSecond(OutFile file) {
    return file.content().replaceAll("(?m)^( *(?:- )?interval: ).*$", "$11s");
  }

  /**
   * Waits until all has fired that should, or the time for that is over.
   *
   * @param histories what the incidents set off in histories
   */
  public List<LiveProof> confirm(List<IncidentProof> histories)
      throws NoAnswer, InterruptedException {
    return confirm(histories, SLACK);
  }

  List<LiveProof> confirm(List<IncidentProof> histories, Duration slack)
      throws NoAnswer, InterruptedException {
    List<Claim> claims = claims(histories);
    Instant end =
        begin.plus(
            claims.stream()
                .map(claim -> claim.fired().after())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(slack));
    Map<String, Firing> firing = firing();
    while (!claims.stream().allMatch(claim -> firing.containsKey(claim.alert().name()))
        && Instant.now().isBefore(end)) {
      Thread.sleep(PAUSE);
      firing.putAll(firing());
    }
    Judge judge = new Judge(workspace, begin, prometheus.api().rules());
    return claims.stream()
        .map(claim ->
            judge.proof(claim, Optional.ofNullable(firing.get(claim.alert().name())), slack))
        .toList();
  }

  /**
   * What a history claims.
   *
   * @param incident the name of the incident
   * @param alert the alert
   * @param fired what it does
   */
  record Claim(String incident, Alert alert, IncidentProof.Fired fired) {}

  private List<Claim> claims(List<IncidentProof> histories) {
    List<Claim> claims = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (IncidentProof history : histories) {
      for (IncidentProof.Fired fired : history.alerts()) {
        workspace
            .book()
            .alert(fired.alert())
            .filter(alert -> INCIDENTS.contains(history.name()))
            .filter(alert -> isSoon(alert) && fired.after().compareTo(SOON) <= 0)
            .filter(alert -> seen.add(alert.name()))
            .ifPresent(alert -> claims.add(new Claim(history.name(), alert, fired)));
      }
    }
    return claims;
  }

  /**
   * An alert that fires.
   *
   * @param since since when
   * @param series its first series, with the labels that Prometheus gives it
   */
  record Firing(Instant since, Curve series) {}

  /** What has fired since the beginning, by its name. Prometheus keeps that itself. */
  private Map<String, Firing> firing() throws NoAnswer {
    Map<String, Firing> firing = new HashMap<>();
    Result result =
        prometheus.api().range("ALERTS{alertstate='firing'}", begin, Instant.now(), SECOND);
    if (result instanceof Result.Curves answer) {
      for (Curve curve : answer.curves()) {
        firing.merge(
            curve.labels().value("alertname"),
            new Firing(Instant.ofEpochMilli(curve.times()[0]), curve),
            (one, other) -> other.since().isBefore(one.since()) ? other : one);
      }
    }
    return firing;
  }

  @Override
  public void close() {
    prometheus.close();
    exporter.close();
  }
}
