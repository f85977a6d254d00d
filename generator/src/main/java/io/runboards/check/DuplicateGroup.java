package io.runboards.check;

import java.util.stream.Stream;

/** Two groups of one name: a ruler keeps the one that comes last. */
final class DuplicateGroup implements RuleCheck {
  @Override
  public String id() {
    return "duplicate-group";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    return First.andAgain(
        workspace.book().files().stream().flatMap(file -> file.groups().stream()),
        group -> group.name(),
        (group, first) ->
            RuleProblem.of(
                group.origin() + " " + group.name(),
                "a group in " + first.origin() + " has this name, too"));
  }
}
