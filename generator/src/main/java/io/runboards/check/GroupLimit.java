package io.runboards.check;

import io.runboards.rules.Audience;
import io.runboards.rules.GroupLimits;
import io.runboards.rules.GroupParts;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** More groups, or more rules that need each other, than a ruler takes. */
record GroupLimit(GroupLimits limits) implements RuleCheck {
  @Override
  public String id() {
    return "group-limit";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    List<RuleFile> files = workspace.book().files();
    RuleGraph graph = workspace.graph();
    return Stream.concat(
        files.stream()
            .flatMap(file -> file.groups().stream())
            .flatMap(group ->
                parts(group, graph).torn().stream().map(chain -> tooManyRules(group, chain))),
        Stream.of(Audience.values())
            .flatMap(audience -> tooManyGroups(audience, files, graph).stream()));
  }

  private GroupParts parts(RuleGroup group, RuleGraph graph) {
    return GroupParts.of(group, limits.rules(), graph);
  }

  private RuleProblem tooManyRules(RuleGroup group, List<Rule> chain) {
    return RuleProblem.of(
            group.origin() + " " + group.name(),
            "%s rules of the group read each other; a ruler takes %s in a group"
                .formatted(chain.size(), limits.rules()))
        .advise("Put some that others read into a group of their own");
  }

  private Optional<RuleProblem> tooManyGroups(
      Audience audience, List<RuleFile> files, RuleGraph graph) {
    List<RuleFile> read = files.stream().filter(file -> file.audience() == audience).toList();
    int groups =
        read.stream()
            .flatMap(file -> file.groups().stream())
            .mapToInt(group -> parts(group, graph).groups().size())
            .sum();
    return groups <= limits.groups()
        ? Optional.empty()
        : Optional.of(
            RuleProblem.of(
                    read.getLast().origin() + " " + read.getLast().name(),
                    "with this file there are %s groups; a ruler takes %s from a tenant"
                        .formatted(groups, limits.groups()))
                .advise("Put rules with the same interval together"));
  }
}
