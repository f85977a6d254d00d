package io.runboards.verify;

import io.runboards.catalog.Metric;
import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.coverage.Coverage;
import io.runboards.verify.coverage.Inventory;
import io.runboards.verify.coverage.Reach;
import io.runboards.verify.grafana.Wishes;
import io.runboards.verify.prometheus.BuildInfo;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.proof.DashboardProof;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.Ground;
import io.runboards.verify.proof.Measured;
import io.runboards.verify.proof.MetricProof;
import io.runboards.verify.proof.Proof;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks what a store of the user's own has for the dashboards and rules of a site. Nothing is
 * written to it.
 *
 * @param site the name of the site
 * @param workspace its dashboards and rules
 * @param api the store
 * @param now the present moment
 * @param news hears what is done next
 */
public record StoreVerification(
    String site, Workspace workspace, PrometheusApi api, Instant now, Consumer<String> news) {
  private static final Duration RECENT = Duration.ofDays(1);

  public Proof run() throws NoAnswer {
    Stretch recent = new Stretch(now.minus(RECENT), now);
    Store store = Store.readOnly(api);
    news.accept("asking for the names of all metrics");
    Inventory inventory = Inventory.of(api, recent);
    news.accept("looking for the labels of what is read");
    List<MetricProof> metrics = new Coverage(store, workspace, inventory, now).metrics();
    if (!metrics.isEmpty() && metrics.stream().noneMatch(MetricProof::isThere)) {
      throw new NoAnswer(
          "the store has none of the %s metrics that are read, but %s others:"
                  .formatted(metrics.size(), inventory.names().size())
              + " is it the right store, and the right tenant?");
    }
    Proof proof =
        new Proof(
            site,
            ground(inventory, recent),
            List.of(),
            rules(inventory),
            List.of(),
            List.of(),
            metrics);
    DashboardRun dashboards = new DashboardRun(store, workspace, now, false);
    List<DashboardProof> shown = new ArrayList<>();
    for (Examined examined : workspace.dashboards()) {
      news.accept("opening " + examined.dashboard().title());
      shown.add(dashboards.of(examined, Wishes.NONE));
    }
    return proof.withDashboards(shown);
  }

  private Ground ground(Inventory inventory, Stretch recent) {
    String other =
        inventory
            .looksLike(workspace.version())
            .map(version ->
                "; its names look like version %s of the clusters, but the site says %s"
                    .formatted(version, workspace.version()))
            .orElse("");
    return new Ground(program(), "what it has itself" + other, recent.from(), recent.until(), 0);
  }

  /** Not all stores tell what they are. */
  private String program() {
    try {
      BuildInfo build = api.buildInfo();
      return (build.name() + " " + build.version()).strip();
    } catch (NoAnswer e) {
      return "a store that does not tell what it is";
    }
  }

  private List<RuleProof> rules(Inventory inventory) {
    Reach reach = new Reach(inventory, workspace.book());
    RuleProofs proofs = new RuleProofs(workspace);
    List<RuleProof> rules = new ArrayList<>();
    for (RuleFile file : workspace.book().files()) {
      if (file.audience() != Audience.FEDERATION) {
        for (RuleGroup group : file.groups()) {
          group
              .rules()
              .forEach(rule ->
                  rules.add(
                      proofs.proof(kind(rule), rule, group, flaws(rule, reach), Measured.NOTHING)));
        }
      }
    }
    return rules;
  }

  private static RuleProof.Kind kind(Rule rule) {
    return rule instanceof Alert ? RuleProof.Kind.ALERT : RuleProof.Kind.RECORDING;
  }

  private List<Flaw> flaws(Rule rule, Reach reach) {
    Set<String> missing = reach.missing(rule.series().expr());
    if (missing.isEmpty()) {
      return List.of();
    }
    String without = ": the store has no " + String.join(", ", missing);
    Flaw flaw =
        rule instanceof Alert
            ? Flaw.warning("cannot-fire", "it can never fire" + without)
            : Flaw.warning("cannot-record", "it can record nothing" + without);
    return List.of(
        missing.stream().allMatch(this::isOptional) ? Flaw.info(flaw.id(), flaw.message()) : flaw);
  }

  private boolean isOptional(String metric) {
    return workspace.world().catalog().find(metric).map(Metric::optional).orElse(false);
  }
}
