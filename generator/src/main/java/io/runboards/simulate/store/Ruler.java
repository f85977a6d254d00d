package io.runboards.simulate.store;

import io.runboards.catalog.Mimir;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/** A pod that evaluates some of the tenants' rule groups. */
final class Ruler {
  static final int MANY = 2;

  private final StorePod pod;
  private final Health health;
  private final List<Shown> groups = new ArrayList<>();
  private final Ring rulers;
  private final Ring ingesters;

  private record Shown(
      String tenant,
      boolean federated,
      Evaluation evaluation,
      Gauge rules,
      Gauge interval,
      Gauge duration,
      Gauge last,
      Counter failedByStore,
      Counter failedByUser,
      Queries queries) {
    static Shown of(String tenant, RuleGroup group, StorePod pod, Queries queries, Noise noise) {
      String name = group.inStore(tenant);
      return new Shown(
          tenant,
          RuleGroup.FEDERATED.contains(group),
          new Evaluation(group, noise.of(name)),
          pod.gauge(Mimir.PROMETHEUS_RULE_GROUP_RULES, tenant, name),
          pod.gauge(Mimir.PROMETHEUS_RULE_GROUP_INTERVAL_SECONDS, tenant, name),
          pod.gauge(Mimir.PROMETHEUS_RULE_GROUP_LAST_DURATION_SECONDS, tenant, name),
          pod.gauge(Mimir.PROMETHEUS_RULE_GROUP_LAST_EVALUATION_TIMESTAMP_SECONDS, tenant, name),
          pod.counter(Mimir.PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL, tenant, name, "operator"),
          pod.counter(Mimir.PROMETHEUS_RULE_EVALUATION_FAILURES_TOTAL, tenant, name, "user"),
          queries);
    }

    void hide() {
      rules.hide();
      interval.hide();
      duration.hide();
      last.hide();
      failedByStore.hide();
      failedByUser.hide();
    }

    void advance(Moment now, Health health) {
      RuleGroup group = evaluation.group();
      long asked = evaluation.advance(now, health.busyRules()) * group.rules();
      long failed = Math.round(asked * health.failedRules());
      boolean broken = health.isBroken(tenant, group.name());
      rules.set(group.rules());
      interval.set(group.interval());
      duration.set(evaluation.seconds());
      last.set(evaluation.last());
      failedByStore.add(failed);
      failedByUser.add(broken ? asked - failed : 0);
      queries.all.add(asked);
      queries.failed.add(failed);
    }
  }

  /** The queries of a tenant's rules. */
  private record Queries(Counter all, Counter failed) {}

  Ruler(StorePod pod, Health health) {
    this.pod = pod;
    this.health = health;
    this.rulers = Ring.seenBy(pod, "ruler", MANY);
    this.ingesters = Ring.seenBy(pod, "ingester", Ingester.MANY);
  }

  /** It evaluates its share of a tenant's groups: every second one of them. */
  void take(String tenant, List<RuleGroup> all, int number, Noise noise) {
    Queries queries =
        new Queries(
            pod.counter(Mimir.RULER_QUERIES_TOTAL, tenant),
            pod.counter(Mimir.RULER_QUERIES_FAILED_TOTAL, tenant));
    for (int i = number; i < all.size(); i += MANY) {
      groups.add(Shown.of(tenant, all.get(i), pod, queries, noise));
    }
  }

  void advance(Moment now) {
    pod.advance(now, true);
    rulers.advance(0);
    ingesters.advance(health.ingestersDown());
    for (Shown one : groups) {
      if (one.federated && health.federationStopped()) {
        one.hide();
      } else {
        one.advance(now, health);
      }
    }
  }
}
