package io.runboards.deploy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What we last wrote into an organisation, as far as anybody kept a record of it.
 *
 * <p>With it, what people changed on the server is told from what changed in the source.
 */
public final class Records {
  private final Map<Key, String> written = new HashMap<>();

  private Records() {}

  /** Reads the snapshots of an organisation, whatever their order. */
  public static Records of(List<Snapshot> snapshots) {
    Records records = new Records();
    snapshots.stream()
        .sorted(Comparator.comparing(Snapshot::id))
        .flatMap(snapshot -> snapshot.changes().stream())
        .forEach(change -> records.written.put(change.key(), change.after()));
    return records;
  }

  /** The steps of a plan that repair what others did, without those that bring something new. */
  public List<Step> drift(Plan plan) {
    return plan.steps().stream()
        .filter(step -> !(step instanceof Step.Keep))
        .filter(step -> !isAsWritten(step))
        .toList();
  }

  /** Whether a thing is on the server as we left it; if there is no record, nobody knows. */
  private boolean isAsWritten(Step step) {
    String last = written.get(step.key());
    if (last == null) {
      return step instanceof Step.Create && !written.isEmpty();
    }
    return last.equals(step.found().map(live -> Digest.of(live.wanted())).orElse(""));
  }
}
