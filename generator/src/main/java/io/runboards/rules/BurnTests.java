package io.runboards.rules;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.catalog.Labels.SLO;
import static io.runboards.rules.LabelValue.with;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests of the alerts of an objective: four services in the face of each burn rate.
 *
 * <p>One fails a little too often and one nearly so. One failed and has recovered; the short window
 * knows. One has only begun to fail; the long window does not see it yet. Half or twice the
 * threshold, and half or twice the time that an alert holds, would change who is alerted of.
 *
 * @param rules the rules of the objective
 */
record BurnTests(ObjectiveRules rules) {
  /** Many, so that any ratio of errors is a whole number of them, or near enough. */
  private static final long EVENTS = 1_000_000_000;

  List<RuleTest> tests() {
    return rules.burnRates().fastestFirst().stream().map(this::test).toList();
  }

  private RuleTest test(BurnRate rate) {
    Course course = Course.of(rate);
    long threshold = errors(rate.threshold(rules.objective().budget()));
    long above = threshold + Math.max(1, Math.min(threshold / 20, (EVENTS - threshold) / 2));
    long below = threshold - Math.max(1, threshold / 20);
    long many = Math.min(2 * threshold, EVENTS);
    List<Given> given = new ArrayList<>();
    given.addAll(service("above", course.always(above), course));
    given.addAll(service("below", course.always(below), course));
    given.addAll(service("recovered", course.atFirst(many), course));
    given.addAll(service("begun", course.atLast(many), course));
    Alert alert = rules.alert(rate);
    List<Then> then =
        List.of(
            new Then.Silent(course.tooEarly(), alert),
            fires(course.held(), alert, "above", above),
            fires(course.held(), alert, "recovered", many),
            fires(course.end(), alert, "above", above));
    return new RuleTest(
        "%s: burn rate over %s".formatted(rules.objective().name(), Spans.words(rate.longWindow())),
        course.step(),
        given,
        then,
        rules.objective().origin());
  }

  private static long errors(BigDecimal ratio) {
    return ratio
        .multiply(BigDecimal.valueOf(EVENTS))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private List<Given> service(String name, String errors, Course course) {
    List<LabelValue> labels = labels(name);
    return List.of(
        new Given(ObjectiveMetrics.ERRORS, labels, errors),
        new Given(ObjectiveMetrics.EVENTS, labels, course.always(EVENTS)));
  }

  private Then fires(Length at, Alert alert, String service, long errors) {
    return new Then.Fires(at, alert, (double) errors / EVENTS, labels(service));
  }

  private List<LabelValue> labels(String service) {
    return List.of(with(SLO, rules.objective().name()), with(SERVICE, service));
  }

  /**
   * What happens when. At first, for as long as the long window is; and at last, for a little
   * longer than the short window is.
   *
   * @param step the time from one value to the next: half of what the alert holds
   * @param first the last step of what is at first
   * @param last the last step of all
   */
  private record Course(Length step, long first, long last) {
    static Course of(BurnRate rate) {
      Length step = new Length(rate.hold().duration().dividedBy(2));
      long first = steps(rate.longWindow(), step);
      return new Course(step, first, first + steps(rate.shortWindow(), step) + 1);
    }

    private static long steps(Length window, Length step) {
      return (window.seconds() + step.seconds() - 1) / step.seconds();
    }

    String always(long value) {
      return value + "x" + last;
    }

    String atFirst(long value) {
      return value + "x" + first + " 0x" + (last - first - 1);
    }

    String atLast(long value) {
      return "0x" + first + " " + value + "x" + (last - first - 1);
    }

    Length tooEarly() {
      return step;
    }

    Length held() {
      return step.times(2);
    }

    Length end() {
      return step.times(last);
    }
  }
}
