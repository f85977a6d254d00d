package io.runboards.simulate.store;

import static io.runboards.catalog.PrometheusServer.RULE_EVALUATION_FAILURES_TOTAL;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_INTERVAL_SECONDS;
import static io.runboards.catalog.PrometheusServer.RULE_GROUP_LAST_DURATION_SECONDS;

import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.util.List;

/** The rules that a Prometheus evaluates itself. */
public final class PrometheusRules {
  private final List<Shown> groups;
  private String broken = "";
  private double busy;

  private record Shown(Evaluation evaluation, Gauge duration, Counter failures) {
    static Shown of(RuleGroup group, Group shown, Noise noise) {
      String name = group.inPrometheus();
      shown.gauge(RULE_GROUP_INTERVAL_SECONDS, name).set(group.interval());
      return new Shown(
          new Evaluation(group, noise.of(name)),
          shown.gauge(RULE_GROUP_LAST_DURATION_SECONDS, name),
          shown.counter(RULE_EVALUATION_FAILURES_TOTAL, name));
    }
  }

  PrometheusRules(Group shown, Noise noise) {
    this.groups =
        RuleGroup.all(RuleGroup.OF_CLUSTERS, RuleGroup.OF_THE_PIPELINE).stream()
            .map(group -> Shown.of(group, shown, noise))
            .toList();
  }

  /** One rule of a group cannot be evaluated in this step. */
  public void breakOneOf(String group) {
    broken = group;
  }

  /** Each group takes this part of a minute in this step, which may be more than all of it. */
  public void keepBusy(double share) {
    busy = share;
  }

  void calm() {
    broken = "";
    busy = 0;
  }

  void advance(Moment now) {
    for (Shown one : groups) {
      long times = one.evaluation.advance(now, busy);
      one.duration.set(one.evaluation.seconds());
      if (one.evaluation.group().name().equals(broken)) {
        one.failures.add(times);
      }
    }
  }
}
