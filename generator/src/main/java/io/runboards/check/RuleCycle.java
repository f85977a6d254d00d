package io.runboards.check;

import io.runboards.rules.Recording;
import io.runboards.rules.RuleGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recording rules that read each other in a circle: none of them ever gets a value. */
final class RuleCycle implements RuleCheck {
  @Override
  public String id() {
    return "rule-cycle";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    Set<String> done = new HashSet<>();
    return workspace.rules().stream()
        .filter(rule -> rule.rule() instanceof Recording)
        .flatMap(rule ->
            cycle((Recording) rule.rule(), workspace.graph(), done).stream()
                .map(path ->
                    RuleProblem.of(
                        workspace.writers(path.getFirst()).getFirst(),
                        "the rules read each other: " + String.join(" → ", path))));
  }

  /**
   * A circle that is reached from a rule, if it leads through rules that nobody looked at before.
   */
  private static Optional<List<String>> cycle(Recording from, RuleGraph graph, Set<String> done) {
    List<Step> path = new ArrayList<>(List.of(new Step(from, graph)));
    Set<String> onPath = new HashSet<>(Set.of(from.name()));
    Optional<List<String>> cycle = Optional.empty();
    while (!path.isEmpty()) {
      Step last = path.getLast();
      if (done.contains(last.name()) || last.open().isEmpty()) {
        done.add(last.name());
        onPath.remove(last.name());
        path.removeLast();
        continue;
      }
      Recording next = last.open().removeFirst();
      if (!onPath.add(next.name())) {
        cycle = cycle.or(() -> Optional.of(circle(path, next.name())));
      } else {
        path.add(new Step(next, graph));
      }
    }
    return cycle;
  }

  private static List<String> circle(List<Step> path, String closing) {
    List<String> names = new ArrayList<>(path.stream().map(Step::name).toList());
    names.add(closing);
    return names.subList(names.indexOf(closing), names.size());
  }

  /** A rule on the way, and the rules that it reads to which the way has not led yet. */
  private record Step(String name, List<Recording> open) {
    Step(Recording rule, RuleGraph graph) {
      this(rule.name(), new ArrayList<>(graph.writers(rule)));
    }
  }
}
