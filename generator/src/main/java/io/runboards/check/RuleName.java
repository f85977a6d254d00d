package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An alert, a group or a file whose name is not written like those of the others. */
final class RuleName implements RuleCheck {
  private static final Pattern CAMEL = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

  @Override
  public String id() {
    return "rule-name";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    Stream<RuleProblem> alerts =
        workspace.rules().stream()
            .filter(rule -> rule.rule() instanceof Alert)
            .filter(rule -> !CAMEL.matcher(rule.rule().name()).matches())
            .map(rule ->
                RuleProblem.of(rule, "alerts are named like ClusterFull")
                    .advise("Call it " + camel(rule.rule().name())));
    return Stream.concat(workspace.book().files().stream().flatMap(RuleName::inFile), alerts);
  }

  private static Stream<RuleProblem> inFile(RuleFile file) {
    return Stream.concat(
        kebab(file.origin() + " " + file.name(), "files", file.name()),
        file.groups().stream().flatMap(RuleName::inGroup));
  }

  private static Stream<RuleProblem> inGroup(RuleGroup group) {
    return kebab(group.origin() + " " + group.name(), "groups", group.name());
  }

  private static Stream<RuleProblem> kebab(String source, String what, String name) {
    return KEBAB.matcher(name).matches()
        ? Stream.empty()
        : Stream.of(
            RuleProblem.of(source, what + " are named like gpu-nodes")
                .advise("Call it " + hyphenated(name)));
  }

  private static String camel(String name) {
    return BETWEEN_WORDS
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String hyphenated(String name) {
    return BETWEEN_WORDS
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }
}
