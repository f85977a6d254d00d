package io.runboards.check;

import static io.runboards.query.Queries.promql;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Metric;
import io.runboards.flow.World;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.Urgency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The queries of the Run:ai alerts and recording rules give no false alarm as rules. */
class DomainRulesCheckTest {
  /** What is not about queries, or about labels that the rules add and the queries do not tell. */
  private static final Set<String> ABOUT_OTHER_THINGS =
      Set.of(
          "duplicate-record",
          "group-limit",
          "missing-runbook",
          "missing-words",
          "untested-rule",
          "recorded-labels");

  private static Rule rule(Original original, World recorded) {
    if (!original.isRecorded()) {
      return Alert.alert(original.title(), Urgency.CRITICAL, promql(original.text())).holding("5m");
    }
    Metric metric = recorded.catalog().find(original.title()).orElseThrow();
    return Recording.recording(metric, promql(original.text()));
  }

  @Test
  void noRuleIsObjectedTo() throws Exception {
    List<Original> originals = Original.all();
    World recorded = RecordedMetrics.world(originals);
    List<Rule> rules =
        originals.stream()
            .filter(original -> original.where().startsWith("Group "))
            .map(original -> rule(original, recorded))
            .toList();
    assertThat(rules).hasSizeGreaterThan(90);
    RuleBook book =
        new RuleBook(List.of(ruleFile("all", "All", "platform").groups(group("all", rules))));
    Workspace workspace = Workspace.of(List.of(), book, World.standard(), ClusterVersion.V2_17);
    assertThat(RuleChecks.ALL)
        .filteredOn(check -> !ABOUT_OTHER_THINGS.contains(check.id()))
        .flatMap(
            check -> check.problems(workspace).map(problem -> problem.remark(check.id())).toList())
        .extracting(remark -> remark.finding().id() + " " + remark.finding())
        .isEmpty();
  }
}
