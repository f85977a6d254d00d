package io.runboards.verify;

import io.runboards.check.Workspace;
import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.site.Site;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.NotStarted;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.proof.Proof;
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

  /** Everything that can be proven, with some incidents. */
  public Proof run(List<Incident> incidents)
      throws IOException, NotStarted, NoAnswer, InterruptedException {
    news.accept("starting a Prometheus");
    try (LocalPrometheus store = LocalPrometheus.start(Setup.idle(prometheus))) {
      return new Verification(
              site.name(), workspace, new Store(store.api(), store.write()), calm, news)
          .run(incidents);
    }
  }
}
