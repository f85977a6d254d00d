package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import io.runboards.simulate.store.Sender;
import java.time.Duration;
import java.util.List;

/** What goes wrong between the targets and the store. */
public final class PipelineIncidents {
  static final Incident REMOTE_WRITE_DOWN =
      new Incident(
          "remote-write-down",
          "Nothing gets to the store",
          "The way from the cluster to the store is cut. Prometheus keeps what it cannot send, and"
              + " sends it once the way is open again.",
          Duration.ofMinutes(45),
          (platform, seconds) ->
              platform.monitoring().senders().forEach(sender -> sender.queue().cut()));

  static final Incident REMOTE_WRITE_SLOW =
      new Incident(
          "remote-write-slow",
          "The way to the store is too narrow",
          "A proxy before the store lets less than half of the samples through. The senders want"
              + " ever more shards, and fall behind nonetheless.",
          Duration.ofMinutes(40),
          (platform, seconds) ->
              platform.monitoring().senders().forEach(sender -> sender.queue().throttle(0.04)));

  static final Incident REMOTE_WRITE_REFUSED =
      new Incident(
              "remote-write-refused",
              "The store refuses half of what it is sent",
              "The key of remote write was replaced, and some of the proxies know only the new one."
                  + " They answer 401, which is not tried again: the samples are lost.",
              Duration.ofMinutes(90),
              (platform, seconds) ->
                  platform.monitoring().senders().forEach(sender -> sender.queue().refuse(0.5)))
          .lingering(Duration.ofHours(4));

  static final Incident RULES_BROKEN =
      new Incident(
          "rules-broken",
          "A rule of the cluster cannot be evaluated",
          "A label has two values where a rule expects one: the join finds many series on both"
              + " sides, and the rule fails each time.",
          Duration.ofMinutes(30),
          (platform, seconds) ->
              platform
                  .monitoring()
                  .senders()
                  .forEach(sender -> sender.rules().breakOneOf("runai-usage")));

  static final Incident RULES_SLOW =
      new Incident(
          "rules-slow",
          "Prometheus is too busy for its rules",
          "A dashboard that selects far too much keeps one Prometheus busy. Its rule groups take"
              + " longer than they may.",
          Duration.ofMinutes(30),
          (platform, seconds) ->
              platform.monitoring().senders().stream()
                  .limit(1)
                  .map(Sender::rules)
                  .forEach(rules -> rules.keepBusy(1.1)));

  public static final List<Incident> ALL =
      List.of(REMOTE_WRITE_DOWN, REMOTE_WRITE_SLOW, REMOTE_WRITE_REFUSED, RULES_BROKEN, RULES_SLOW);

  private PipelineIncidents() {}
}
