package io.runboards.verify;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.TENANT_ID;
import static io.runboards.catalog.Runai.GPU_COUNT_PER_NODE;
import static io.runboards.query.Queries.maxOverTime;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.Alert.alert;
import static io.runboards.rules.Recording.recording;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Installation;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Audience;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.Urgency;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.Setup;
import io.runboards.verify.proof.Flaw;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that read several tenants run over what the tenants' rules recorded. */
class FederationRunTest {
  private static final Recording GPUS =
      recording(
          Metric.gauge("cluster:gpus:sum", Unit.GPUS, CLUSTER_ID).help("GPUs of a cluster"),
          sum(metric(GPU_COUNT_PER_NODE)).by(CLUSTER_ID));
  private static final Recording GPUS_OF_TENANT =
      recording(
          Metric.gauge("tenant:gpus:sum", Unit.GPUS, TENANT_ID).help("GPUs of a tenant"),
          sum(GPUS.read()).by(TENANT_ID));
  private static final Alert GONE =
      alert(
              "TenantGone",
              Urgency.WARNING,
              sum(maxOverTime(GPUS.read(), "2h"))
                  .by(TENANT_ID)
                  .unless(sum(GPUS.read()).by(TENANT_ID))
                  .on(TENANT_ID))
          .holding("10m");
  private static final Alert FAR_TOO_MANY =
      alert("FarTooMany", Urgency.WARNING, sum(GPUS.read()).by(TENANT_ID).above(1000))
          .holding("10m");
  private static final Alert ANY =
      alert("Any", Urgency.CRITICAL, sum(GPUS.read()).by(TENANT_ID).above(0)).holding("10m");

  private static final Workspace WORKSPACE =
      Workspace.of(
          List.of(),
          new RuleBook(
              List.of(
                  ruleFile("usage", "Usage", "team").groups(group("usage", GPUS)),
                  ruleFile("federation", "Federation", "team")
                      .reading(Audience.FEDERATION)
                      .groups(group("federated", GPUS_OF_TENANT, GONE, FAR_TOO_MANY, ANY)))),
          World.standard(),
          Installation.NEWEST.version());

  @Test
  void oneOfTwoTenantsDisappears() throws Exception {
    Instant start = Instant.parse("2015-01-06T15:00:00Z");
    Stretch over = new Stretch(start, start.plus(Duration.ofHours(3)));
    Scenario scenario =
        new Scenario(
            1,
            Size.ofGpus(8),
            Installation.NEWEST,
            List.of(),
            start.getEpochSecond(),
            60,
            List.of());
    Setup setup = Setup.idle(External.server("prometheus"));
    try (LocalPrometheus one = LocalPrometheus.start(setup);
        LocalPrometheus both = LocalPrometheus.start(setup)) {
      Store tenant = new Store(one.api(), one.write());
      tenant.load(scenario, over.until());
      new RuleRun(tenant, WORKSPACE, over).record();
      List<RuleProof> rules =
          new FederationRun(tenant, new Store(both.api(), both.write()), WORKSPACE, over).run();
      assertThat(rules)
          .extracting(RuleProof::name)
          .containsExactly("tenant:gpus:sum", "TenantGone", "FarTooMany", "Any");
      assertThat(rules.getFirst().measured().series()).isEqualTo(2);
      assertThat(rules.getFirst().measured().most()).hasValue(8);
      assertThat(rules.get(0).flaws()).isEmpty();
      assertThat(rules.get(1).flaws()).isEmpty();
      assertThat(rules.get(2).flaws())
          .containsExactly(Flaw.error("never-fires", "no incident makes it fire"));
      assertThat(rules.get(3).flaws())
          .containsExactly(
              Flaw.error(
                  "fires-when-healthy",
                  "it fires on a healthy day, for {__tenant_id__=\"team-a\","
                      + " severity=\"critical\", team=\"team\"}"));
    }
  }
}
