package io.runboards.verify;

import io.runboards.check.Workspace;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.site.Site;
import io.runboards.verify.live.LiveRun;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.NotStarted;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proves a site on stores of our own, which are started for it and are gone afterwards.
 *
 * @param prometheus the program
 * @param site the site
 * @param workspace its dashboards and rules
 * @param calm what is simulated besides incidents
 * @param news hears what is done next
 */
public record LocalVerification(
    Path prometheus, Site site, Workspace workspace, Scenario calm, Consumer<String> news) {

  /**
   * Everything that can be proven, with some incidents.
   *
   * @param live whether incidents happen before the eyes of a Prometheus, too, beside the rest
   */
  public Proof run(List<Incident> incidents, boolean live)
      throws IOException, NotStarted, NoAnswer, InterruptedException {
    if (!live) {
      return histories(incidents);
    }
    news.accept("starting a Prometheus that watches incidents while they happen");
    try (LiveRun watching = LiveRun.start(prometheus, site, workspace, calm, incidents)) {
      Proof proof = histories(incidents);
      news.accept("waiting for alerts that should fire now");
      return proof.withLive(watching.confirm(proof.incidents()));
    }
  }

  private Proof histories(List<Incident> incidents)
      throws IOException, NotStarted, NoAnswer, InterruptedException {
    news.accept("starting a Prometheus");
    try (LocalPrometheus started = LocalPrometheus.start(Setup.idle(prometheus))) {
      Store store = new Store(started.api(), started.write());
      Proof proof = new Verification(site.name(), workspace, store, calm, news).run(incidents);
      return site.federations().isEmpty() ? proof : proof.withRules(acrossTenants(store));
    }
  }

  private List<RuleProof> acrossTenants(Store tenant)
      throws IOException, NotStarted, InterruptedException {
    news.accept("running the rules about several tenants");
    try (LocalPrometheus started = LocalPrometheus.start(Setup.idle(prometheus))) {
      Store all = new Store(started.api(), started.write());
      return new FederationRun(tenant, all, workspace, Calendar.healthyDay()).run();
    }
  }
}
