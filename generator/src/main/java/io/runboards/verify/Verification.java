package io.runboards.verify;

import io.runboards.check.Workspace;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.incident.Incidents;
import io.runboards.verify.alert.Recorder;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.prometheus.BuildInfo;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Ground;
import io.runboards.verify.proof.IncidentProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.sign.Relations;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Proves dashboards and rules: on a healthy day every panel shows something, and every alert fires
 * because of some incident.
 *
 * @param site the name of the site
 * @param workspace its dashboards and rules
 * @param store an empty store
 * @param calm what is simulated besides incidents
 * @param news hears what is done next
 */
public record Verification(
    String site, Workspace workspace, Store store, Scenario calm, Consumer<String> news) {
  private static final int STEP = 60;

  /** Loads a healthy day, asks for every panel and runs every rule; then tries the incidents. */
  public Proof run(List<Incident> incidents) throws NoAnswer {
    Stretch day = Calendar.healthyDay();
    news.accept("loading a healthy day");
    store.load(calm.starting(day.from().getEpochSecond(), STEP), day.until());
    news.accept("running the rules");
    RuleRun rules = new RuleRun(store, workspace, day);
    List<Recorder.Outcome> recorded = rules.explained(rules.record());
    List<Watch.Outcome> watched = rules.watch();
    news.accept("opening the dashboards");
    DashboardRun dashboards = new DashboardRun(store, workspace, day.until(), true);
    List<DashboardProof> shown =
        workspace.dashboards().parallelStream().map(it -> dashboards.of(it, Wishes.NONE)).toList();
    List<IncidentProof> tried = tried(incidents, watched);
    return new Proof(
        site,
        ground(day),
        shown,
        rules(recorded, watched, tried, incidents.containsAll(Incidents.ALL)),
        tried);
  }

  private Ground ground(Stretch day) throws NoAnswer {
    BuildInfo build = store.api().buildInfo();
    return new Ground(
        (build.name() + " " + build.version()).strip(),
        "a simulated day of %s GPUs on %s nodes, in steps of %s s"
            .formatted(calm.size().gpus(), calm.size().nodes(), STEP),
        day.from(),
        day.until(),
        store.loaded());
  }

  private List<IncidentProof> tried(List<Incident> incidents, List<Watch.Outcome> healthy) {
    Set<String> usual =
        healthy.stream()
            .filter(outcome -> !outcome.fired().isEmpty())
            .map(outcome -> outcome.alert().name())
            .collect(Collectors.toSet());
    Relations relations = new Relations(workspace.book(), workspace.graph());
    IncidentRun run = new IncidentRun(store, workspace, relations, calm);
    try (ExecutorService second = Executors.newSingleThreadExecutor()) {
      List<Future<IncidentProof>> proofs = new ArrayList<>();
      for (int i = 0; i < incidents.size(); i++) {
        Happening happening = Calendar.happening(i, incidents.get(i));
        news.accept(
            "incident %s of %s: %s".formatted(i + 1, incidents.size(), incidents.get(i).name()));
        List<Flaw> flaws = run.prepare(happening);
        proofs.add(second.submit(() -> run.of(happening, usual, flaws)));
      }
      return collected(proofs);
    }
  }

  private static List<IncidentProof> collected(List<Future<IncidentProof>> proofs) {
    List<IncidentProof> collected = new ArrayList<>();
    try {
      for (Future<IncidentProof> proof : proofs) {
        collected.add(proof.get());
      }
      return collected;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<RuleProof> rules(
      List<Recorder.Outcome> recorded,
      List<Watch.Outcome> watched,
      List<IncidentProof> tried,
      boolean all) {
    Set<String> fired =
        tried.stream()
            .flatMap(incident -> incident.alerts().stream())
            .map(IncidentProof.Fired::alert)
            .collect(Collectors.toSet());
    RuleProofs proofs = new RuleProofs(workspace);
    List<RuleProof> rules = new ArrayList<>();
    recorded.forEach(outcome -> rules.add(proofs.of(outcome)));
    watched.forEach(
        outcome -> rules.add(proofs.of(outcome, !all || fired.contains(outcome.alert().name()))));
    return rules;
  }
}
