package io.runboards.check;

import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Then;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A rule that no test shows at work. */
final class UntestedRule implements RuleCheck {
  @Override
  public String id() {
    return "untested-rule";
  }

  @Override
  public Stream<RuleProblem> problems(Workspace workspace) {
    Shown shown = new Shown(workspace);
    workspace.book().files().stream()
        .map(RuleFile::tests)
        .flatMap(List::stream)
        .forEach(shown::add);
    return workspace.rules().stream()
        .flatMap(rule ->
            switch (rule.rule()) {
              case Alert alert -> alert(rule, alert, shown);
              case Recording recording -> recording(rule, recording, shown);
            });
  }

  private static Stream<RuleProblem> recording(
      ExaminedRule rule, Recording recording, Shown shown) {
    return shown.recorded.contains(key(recording))
        ? Stream.empty()
        : Stream.of(RuleProblem.of(rule, "no test says which value it records"));
  }

  private static Stream<RuleProblem> alert(ExaminedRule rule, Alert alert, Shown shown) {
    Stream<RuleProblem> fires =
        shown.fires.contains(alert.name())
            ? Stream.empty()
            : Stream.of(RuleProblem.of(rule, "no test makes it fire"));
    boolean readsNothing = rule.query().filter(query -> query.selectors().isEmpty()).isPresent();
    if (readsNothing || shown.closelySilent.contains(alert.name())) {
      return fires;
    }
    String message =
        shown.silent.contains(alert.name())
            ? "the tests in which it is silent have none of the series that it reads"
            : "no test shows that it is silent when all is well";
    return Stream.concat(fires, Stream.of(RuleProblem.of(rule, message)));
  }

  private static List<Object> key(Rule rule) {
    return List.of(rule.name(), Set.copyOf(rule.labels()));
  }

  /** What the tests show. */
  private static final class Shown {
    private final Set<String> fires = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> closelySilent = new HashSet<>();
    private final Set<List<Object>> recorded = new HashSet<>();
    private final Workspace workspace;

    Shown(Workspace workspace) {
      this.workspace = workspace;
    }

    void add(RuleTest test) {
      Set<String> given = new HashSet<>();
      test.given().forEach(series -> given.add(series.metric().name()));
      for (Then then : test.then()) {
        switch (then) {
          case Then.Fires it -> fires.add(it.alert().name());
          case Then.Recorded it -> recorded.add(key(it.recording()));
          case Then.Silent it -> {
            silent.add(it.alert().name());
            if (!closelySilent.contains(it.alert().name()) && readsOneOf(given, it.alert())) {
              closelySilent.add(it.alert().name());
            }
          }
        }
      }
    }

    private boolean readsOneOf(Set<String> given, Alert alert) {
      return Stream.concat(Stream.of(alert), workspace.graph().below(alert).stream())
          .anyMatch(rule -> workspace.graph().reads(rule).stream().anyMatch(given::contains));
    }
  }
}
