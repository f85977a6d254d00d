package io.runboards.check;

import io.runboards.rules.RuleFile;
import java.util.stream.Stream;

/** Two subjects whose rules would be written to one file. */
final class DuplicateRuleFile implements RuleCheck {
  @Override
  public String id() {
    return "duplicate-rule-file";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    return First.andAgain(
        workspace.book().files().stream(),
        RuleFile::name,
        (file, first) ->
            RuleProblem.of(
                file.origin() + " " + file.name(),
                "the rules about '%s' in %s have this name, too"
                    .formatted(first.title(), first.origin())));
  }
}
