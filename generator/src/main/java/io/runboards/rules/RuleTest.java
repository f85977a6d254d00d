package io.runboards.rules;

import io.runboards.dashboard.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules do with given series.
 *
 * @param name what is the case
 * @param step the time from one value of the series to the next, and between evaluations
 * @param given the series
 * @param then what is so at which time
 * @param origin the line that wrote it
 */
public record RuleTest(
    String name, Length step, List<Given> given, List<Then> then, Origin origin) {

  public RuleTest {
    given = List.copyOf(given);
    then = List.copyOf(then);
  }

  public static RuleTest test(String name) {
    return new RuleTest(name, Length.of("1m"), List.of(), List.of(), Origin.caller());
  }

  /** The time from one value of the series to the next, if it is not a minute. */
  public RuleTest every(String length) {
    return new RuleTest(name, Length.of(length), given, then, origin);
  }

  public RuleTest given(Given... series) {
    return given(List.of(series));
  }

  public RuleTest given(List<Given> series) {
    List<Given> all = new ArrayList<>(given);
    all.addAll(series);
    return new RuleTest(name, step, all, then, origin);
  }

  /** At a time the alert fires for a series with these labels, its query having this value. */
  public RuleTest fires(String at, Alert alert, double value, LabelValue... labels) {
    return and(new Then.Fires(Length.of(at), alert, value, List.of(labels)));
  }

  /** At a time the alert does not fire. */
  public RuleTest silent(String at, Alert alert) {
    return and(new Then.Silent(Length.of(at), alert));
  }

  /** At a time the rule has written this value for a series with these labels. */
  public RuleTest records(String at, Recording recording, double value, LabelValue... labels) {
    return and(new Then.Recorded(Length.of(at), recording, value, List.of(labels)));
  }

  private RuleTest and(Then more) {
    List<Then> all = new ArrayList<>(then);
    all.add(more);
    return new RuleTest(name, step, given, all, origin);
  }
}
