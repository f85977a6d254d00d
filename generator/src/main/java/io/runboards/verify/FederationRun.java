package io.runboards.verify;

import io.runboards.catalog.Labels;
import io.runboards.check.Workspace;
import io.runboards.rules.Audience;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.verify.alert.Recorder;
import io.runboards.verify.alert.Watch;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.proof.RuleProof;
import io.runboards.verify.store.Past;
import io.runboards.verify.store.Store;
import io.runboards.verify.store.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs the rules that read several tenants, in a store that holds what the rules of two of them
 * recorded on a healthy day, and then in one from which one of them disappears.
 *
 * @param tenant a store that holds what the rules of a tenant recorded on that day
 * @param all an empty store, which stands for what is read of all tenants together
 * @param workspace the rules
 * @param day the healthy day
 */
record FederationRun(Store tenant, Store all, Workspace workspace, Stretch day) {
  private static final Duration LATER = Duration.ofDays(42);
  private static final Duration GONE_FOR = Duration.ofHours(2);
  private static final String STAYS = "team-a";
  private static final String GOES = "team-b";

  /** What the rules do; nothing if no rules read several tenants. */
  List<RuleProof> run() {
    List<RuleGroup> groups = groups().toList();
    if (groups.isEmpty()) {
      return List.of();
    }
    RuleProofs proofs = new RuleProofs(workspace);
    List<Past> recorded = recorded(groups);
    all.load(both(recorded, Duration.ZERO, day.until()));
    List<RuleProof> rules = new ArrayList<>();
    new Recorder(all, day)
        .run(workspace.graph().inOrder(groups))
        .forEach(outcome -> rules.add(proofs.of(outcome)));
    List<Watch.Outcome> healthy = watched(groups, day);
    Stretch later = new Stretch(day.from().plus(LATER), day.until().plus(LATER));
    all.load(both(recorded, LATER, later.until().minus(GONE_FOR)));
    List<Watch.Outcome> disturbed = watched(groups, later);
    for (int i = 0; i < healthy.size(); i++) {
      rules.add(proofs.of(healthy.get(i), !disturbed.get(i).fired().isEmpty()));
    }
    return rules;
  }

  private Stream<RuleGroup> groups() {
    return workspace.book().files().stream()
        .filter(file -> file.audience() == Audience.FEDERATION)
        .map(RuleFile::groups)
        .flatMap(List::stream);
  }

  private List<Watch.Outcome> watched(List<RuleGroup> groups, Stretch over) {
    Watch watch = new Watch(all, over);
    return groups.stream()
        .flatMap(group -> group.alerts().map(alert -> watch.run(alert, group)))
        .toList();
  }

  /** What the rules of a tenant recorded of all that these groups read, sample by sample. */
  private List<Past> recorded(List<RuleGroup> groups) {
    Set<String> names = new TreeSet<>();
    groups.stream()
        .flatMap(group -> group.rules().stream())
        .flatMap(rule -> workspace.graph().writers(rule).stream())
        .map(Recording::name)
        .forEach(names::add);
    List<Past> recorded = new ArrayList<>();
    for (String name : names) {
      String samples = "%s[%ss]".formatted(name, day.length().toSeconds() + 1);
      if (tenant.query(samples, day.until()) instanceof Result.Curves answer) {
        answer.curves().forEach(curve -> recorded.add(new Past(name, curve.labels(), curve)));
      }
    }
    return recorded;
  }

  /** The same series of both tenants, some time later; one of them ends. */
  private static List<Past> both(List<Past> recorded, Duration later, Instant end) {
    List<Past> both = new ArrayList<>();
    for (Past past : recorded) {
      both.add(of(STAYS, past, later, Instant.MAX));
      both.add(of(GOES, past, later, end));
    }
    return both;
  }

  private static Past of(String tenant, Past past, Duration later, Instant end) {
    SortedMap<String, String> labels = new TreeMap<>(past.labels().withoutMetric().values());
    labels.put(Labels.TENANT_ID.name(), tenant);
    long[] times = Arrays.stream(past.curve().times()).map(it -> it + later.toMillis()).toArray();
    int size =
        (int) Arrays.stream(times).filter(it -> !Instant.ofEpochMilli(it).isAfter(end)).count();
    return new Past(
        past.name(),
        new LabelSet(labels),
        new Curve(
            new LabelSet(labels),
            Arrays.copyOf(times, size),
            Arrays.copyOf(past.curve().values(), size),
            0));
  }
}
