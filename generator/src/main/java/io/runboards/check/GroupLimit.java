package io.runboards.check;

import io.runboards.rules.Audience;
import io.runboards.rules.GroupLimits;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * More groups, or more rules that need each other, than a ruler takes.
 *
 * <p>A group with too many rules is written as several. Only rules that read each other must stay
 * together, so that they are evaluated one after the other.
 */
record GroupLimit(GroupLimits limits) implements RuleCheck {
  @Override
  public String id() {
    return "group-limit";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    List<RuleFile> files = workspace.book().files();
    return Stream.concat(
        files.stream()
            .flatMap(file -> file.groups().stream())
            .flatMap(group -> tooManyRules(group, workspace.graph()).stream()),
        Stream.of(Audience.values()).flatMap(audience -> tooManyGroups(audience, files).stream()));
  }

  private Optional<RuleProblem> tooManyRules(RuleGroup group, RuleGraph graph) {
    int most = group.rules().size() <= limits.rules() ? 0 : mostThatNeedEachOther(group, graph);
    return most <= limits.rules()
        ? Optional.empty()
        : Optional.of(
            RuleProblem.of(
                    group.origin() + " " + group.name(),
                    "%d rules of the group read each other; a ruler takes %d in a group"
                        .formatted(most, limits.rules()))
                .advise("Put some that others read into a group of their own"));
  }

  private Optional<RuleProblem> tooManyGroups(Audience audience, List<RuleFile> files) {
    List<RuleFile> read = files.stream().filter(file -> file.audience() == audience).toList();
    int groups =
        read.stream()
            .flatMap(file -> file.groups().stream())
            .mapToInt(group -> Math.ceilDiv(group.rules().size(), limits.rules()))
            .sum();
    return groups <= limits.groups()
        ? Optional.empty()
        : Optional.of(
            RuleProblem.of(
                    read.getLast().origin() + " " + read.getLast().name(),
                    "with this file there are %d groups; a ruler takes %d from a tenant"
                        .formatted(groups, limits.groups()))
                .advise("Put rules with the same interval together"));
  }

  /** The size of the largest part of a group whose rules read each other, directly or not. */
  private static int mostThatNeedEachOther(RuleGroup group, RuleGraph graph) {
    Map<Rule, List<Rule>> neighbours = neighbours(group, graph);
    Set<Rule> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    int most = 0;
    for (Rule rule : group.rules()) {
      Deque<Rule> open = new ArrayDeque<>(seen.add(rule) ? List.of(rule) : List.of());
      int size = 0;
      while (!open.isEmpty()) {
        size++;
        neighbours.get(open.pop()).stream().filter(seen::add).forEach(open::push);
      }
      most = Math.max(most, size);
    }
    return most;
  }

  private static Map<Rule, List<Rule>> neighbours(RuleGroup group, RuleGraph graph) {
    Map<Rule, List<Rule>> neighbours = new IdentityHashMap<>();
    group.rules().forEach(rule -> neighbours.put(rule, new ArrayList<>()));
    for (Rule reader : group.rules()) {
      for (Recording writer : graph.writers(reader)) {
        if (neighbours.containsKey(writer)) {
          neighbours.get(reader).add(writer);
          neighbours.get(writer).add(reader);
        }
      }
    }
    return neighbours;
  }
}
