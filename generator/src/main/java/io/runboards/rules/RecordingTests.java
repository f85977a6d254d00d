package io.runboards.rules;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.catalog.Labels.SLO;
import static io.runboards.rules.LabelValue.with;

import io.runboards.dashboard.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests of what an objective records.
 *
 * <p>Its author's examples show that events are counted right. From there on this is arithmetic:
 * errors and events that grow at different speeds have another ratio within each window.
 *
 * @param rules the rules of the objective
 */
record RecordingTests(ObjectiveRules rules) {
  private static final Length USUAL_STEP = Length.of("5m");
  private static final Length LONG_STEP = Length.of("12h");
  private static final Length EXAMPLE_STEP = Length.of("1m");
  private static final Length EXAMPLE_TIME = Length.of("10m");

  List<RuleTest> tests() {
    Objective objective = rules.objective();
    if (objective.examples().stream().noneMatch(example -> example.bad() > 0)) {
      throw new WrongRule(objective.name() + " needs an example with bad events");
    }
    if (objective.examples().stream().noneMatch(example -> example.bad() == 0)) {
      throw new WrongRule(objective.name() + " needs an example without bad events");
    }
    List<RuleTest> tests = new ArrayList<>();
    objective.examples().forEach(example -> tests.add(counted(example)));
    tests.add(summed("ratios of short windows", USUAL_STEP, rules.windows(false)));
    tests.add(summed("ratios of long windows", LONG_STEP, rules.windows(true)));
    return tests;
  }

  private RuleTest counted(Example example) {
    List<LabelValue> labels = labels(example.service());
    List<Then> then = new ArrayList<>();
    then.add(new Then.Recorded(EXAMPLE_TIME, rules.errors(), example.bad(), labels));
    then.add(new Then.Recorded(EXAMPLE_TIME, rules.events(), example.all(), labels));
    if (example.all() > 0) {
      double share = example.bad() / example.all();
      Recording ratio = rules.errorRatio(ObjectiveMetrics.BASE);
      then.add(new Then.Recorded(EXAMPLE_TIME, ratio, share, labels));
    }
    return test(example.name(), EXAMPLE_STEP, example.given(), then);
  }

  /** Some windows, the longest of which ends with the test. */
  private RuleTest summed(String name, Length step, List<Length> windows) {
    Growing growing = Growing.over(windows, step);
    List<LabelValue> labels = labels("a");
    List<Then> then = new ArrayList<>();
    for (Length window : windows) {
      Recording ratio = rules.errorRatio(window);
      then.add(new Then.Recorded(growing.end(), ratio, growing.ratio(window), labels));
    }
    double budget = 1 - rules.objective().ratio();
    if (windows.contains(ObjectiveMetrics.NOW)) {
      double burn = growing.ratio(ObjectiveMetrics.NOW) / budget;
      then.add(new Then.Recorded(growing.end(), rules.burn(), burn, labels));
      then.add(
          new Then.Recorded(
              growing.end(), rules.ratio(), rules.objective().ratio(), List.of(slo())));
    }
    if (windows.contains(rules.objective().window())) {
      double left = 1 - growing.ratio(rules.objective().window()) / budget;
      then.add(new Then.Recorded(growing.end(), rules.budget(), left, labels));
    }
    return test(name, step, growing.given(labels), then);
  }

  private RuleTest test(String name, Length step, List<Given> given, List<Then> then) {
    Origin origin = rules.objective().origin();
    return new RuleTest(rules.objective().name() + ": " + name, step, given, then, origin);
  }

  private List<LabelValue> labels(String service) {
    return List.of(slo(), with(SERVICE, service));
  }

  private LabelValue slo() {
    return with(SLO, rules.objective().name());
  }
}
