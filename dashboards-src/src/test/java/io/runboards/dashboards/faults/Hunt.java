package io.runboards.dashboards.faults;

import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Looks for faults: by checks first, then by the tests of rules, then on the store. */
public final class Hunt {
  private final Written written;
  private final ByChecks checks;
  private final ByRuleTests tests;
  private final ByRun run;
  private final Sameness sameness;
  private final Map<Fault, Found> found = new ConcurrentHashMap<>();

  private Hunt(Written written, Histories histories, Path promtool) {
    this.written = written;
    this.checks = new ByChecks(written);
    this.tests = ByRuleTests.of(written.book(), promtool);
    this.run = new ByRun(written, histories);
    this.sameness = new Sameness(histories);
  }

  /**
   * Prepares to hunt.
   *
   * @param written dashboards and rules without mistakes
   * @param histories a store in which they were proven
   * @param promtool the program that tests rules
   */
  public static Hunt in(Written written, Histories histories, Path promtool) {
    return new Hunt(written, histories, promtool);
  }

  /**
   * What becomes of some faults, always the same ones for the same seed.
   *
   * @param folder an empty folder for the files that promtool reads
   */
  public Report of(int faults, long seed, Path folder) throws IOException, InterruptedException {
    return of(Sample.of(written, faults, seed), folder);
  }

  private Report of(List<Fault> faults, Path folder) throws IOException, InterruptedException {
    faults.parallelStream()
        .forEach(fault -> checks.found(fault).ifPresent(it -> found.put(fault, it)));
    found.putAll(tests.found(rules(open(faults)), folder));
    open(faults).parallelStream()
        .forEach(fault -> run.found(fault).ifPresent(it -> found.put(fault, it)));
    return new Report(faults.parallelStream().map(this::outcome).toList());
  }

  private List<Fault> open(List<Fault> faults) {
    return faults.stream().filter(fault -> !found.containsKey(fault)).toList();
  }

  private static List<Fault.OfRule> rules(List<Fault> faults) {
    return faults.stream()
        .filter(Fault.OfRule.class::isInstance)
        .map(Fault.OfRule.class::cast)
        .toList();
  }

  private Outcome outcome(Fault fault) {
    Optional<Found> how = Optional.ofNullable(found.get(fault));
    return new Outcome(fault, how, how.isEmpty() && changesNothing(fault));
  }

  private boolean changesNothing(Fault fault) {
    return switch (fault) {
      case Fault.OfPanel panel ->
          sameBesidesQueries(panel.before(), panel.after()) && sameness.of(run.both(panel));
      case Fault.OfVariable variable -> sameness.of(run.both(variable));
      case Fault.OfRule rule ->
          rule.after().filter(after -> sameness.of(rule.before(), after)).isPresent();
    };
  }

  /** Only what the queries ask for is changed, not for when. */
  private static boolean sameBesidesQueries(Panel before, Panel after) {
    List<Target> right = before.frame().data().targets();
    List<Target> wrong = after.frame().data().targets();
    Panel corrected = after;
    for (int i = 0; i < wrong.size(); i++) {
      Target other = wrong.get(i);
      Target target = PanelSlips.other(other, right.get(i).promql(), other.legend(), other.when());
      corrected = PanelSlips.with(corrected, other, target);
    }
    return corrected.equals(before);
  }
}
