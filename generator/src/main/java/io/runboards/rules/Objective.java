package io.runboards.rules;

import io.runboards.catalog.Label;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Origin;
import io.runboards.query.Queries;
import io.runboards.query.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A share of events that must be good, such as 99.5 % of all requests within 28 days.
 *
 * <p>The rest is its error budget. An objective becomes recording rules of the share of bad events
 * within several windows and of what is left of the budget, alerts on budgets that burn too fast,
 * and tests of all of them.
 *
 * @param name its name in kebab-case, the value of the label {@code slo}
 * @param title its name for people
 * @param ratio the share, between 0 and 1
 * @param window the time over which it is kept
 * @param services for what it is kept
 * @param all the events
 * @param bad those of them that are bad
 * @param burnRates how fast the budget may burn before somebody hears of it
 * @param story what its alerts say
 * @param examples series with known numbers of events
 * @param origin the line that wrote it
 */
public record Objective(
    String name,
    String title,
    double ratio,
    Length window,
    Services services,
    Events all,
    Events bad,
    List<BurnRate> burnRates,
    Story story,
    List<Example> examples,
    Origin origin) {

  /**
   * Some events.
   *
   * @param words what they are, such as {@code requests}, or what they did, such as {@code failed}
   * @param series how many there are within {@link ObjectiveMetrics#BASE}
   */
  public record Events(String words, Series series) {}

  /**
   * What the alerts of an objective say besides numbers.
   *
   * @param description what bad events mean for those who use the service
   * @param lookAt the dashboards that show more, the best one first
   * @param runbook what to do
   * @param team who looks at them; empty for the team of the file
   */
  public record Story(String description, List<DrillDown> lookAt, Runbook runbook, String team) {
    static final Story NONE = new Story("", List.of(), Runbook.NONE, "");

    public Story {
      lookAt = List.copyOf(lookAt);
    }
  }

  public Objective {
    burnRates = List.copyOf(burnRates);
    examples = List.copyOf(examples);
    if (!(ratio > 0 && ratio < 1)) {
      throw new WrongRule(
          "objective %s is not between 0 and 1%s"
              .formatted(exact(ratio).toPlainString(), meant(ratio)));
    }
  }

  /** An objective over 28 days, which pages and makes tickets as is usual. */
  public static Objective objective(String name, String title, double ratio) {
    Events none = new Events("", Queries.number(0));
    return new Objective(
        name,
        title,
        ratio,
        Length.of("28d"),
        new Services.Only(name),
        none,
        none,
        BurnRate.USUAL,
        Story.NONE,
        List.of(),
        Origin.caller());
  }

  private static String meant(double ratio) {
    return ratio > 1 && ratio < 100
        ? "; write " + exact(ratio).movePointLeft(2).toPlainString()
        : "";
  }

  private static BigDecimal exact(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros();
  }

  /** The time over which it is kept. */
  public Objective over(String length) {
    Length other = Length.of(length);
    return new Objective(
        name, title, ratio, other, services, all, bad, burnRates, story, examples, origin);
  }

  /** Kept for each combination of these labels, which the events have. */
  public Objective each(Label... labels) {
    return servicing(new Services.Each(List.of(labels)));
  }

  /** Kept for a single service of this name: all events together. */
  public Objective only(String service) {
    return servicing(new Services.Only(service));
  }

  private Objective servicing(Services other) {
    return new Objective(
        name, title, ratio, window, other, all, bad, burnRates, story, examples, origin);
  }

  /** How many events there are within a window, and what they are: {@code requests}. */
  public Objective events(String words, Function<String, Series> within) {
    Events counted = new Events(words, within.apply(ObjectiveMetrics.BASE.toString()));
    return new Objective(
        name, title, ratio, window, services, counted, bad, burnRates, story, examples, origin);
  }

  /** How many bad events there are, and what they did: {@code failed}. */
  public Objective bad(String words, Function<String, Series> within) {
    Events counted = new Events(words, within.apply(ObjectiveMetrics.BASE.toString()));
    return new Objective(
        name, title, ratio, window, services, all, counted, burnRates, story, examples, origin);
  }

  /** How fast the budget may burn before somebody hears of it, if not as is usual. */
  public Objective burnRates(BurnRate... others) {
    List<BurnRate> rates = List.of(others);
    return new Objective(
        name, title, ratio, window, services, all, bad, rates, story, examples, origin);
  }

  /** What bad events mean for those who use the service. */
  public Objective description(String sentences) {
    return telling(new Story(sentences.strip(), story.lookAt, story.runbook, story.team));
  }

  /** Dashboards that show more, the best one first. */
  public Objective lookAt(DrillDown... dashboards) {
    List<DrillDown> links = List.of(dashboards);
    return telling(new Story(story.description, links, story.runbook, story.team));
  }

  /** What to do when the budget burns; each alert says by itself how fast. */
  public Objective runbook(Runbook page) {
    return telling(new Story(story.description, story.lookAt, page, story.team));
  }

  /** Who looks at its alerts, if that is another team than for the rest of its file. */
  public Objective team(String other) {
    return telling(new Story(story.description, story.lookAt, story.runbook, other));
  }

  private Objective telling(Story other) {
    return new Objective(
        name, title, ratio, window, services, all, bad, burnRates, other, examples, origin);
  }

  /** Series with known numbers of events: some with bad ones, and some without. */
  public Objective examples(Example... known) {
    return new Objective(
        name, title, ratio, window, services, all, bad, burnRates, story, List.of(known), origin);
  }

  /** The share of events that may be bad. */
  BigDecimal budget() {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(ratio)).stripTrailingZeros();
  }

  /** Its rules. */
  public List<RuleGroup> groups() {
    return ObjectiveRules.of(this).groups();
  }

  /** The tests of its rules. */
  public List<RuleTest> tests() {
    List<RuleTest> tests = new ArrayList<>();
    ObjectiveRules rules = ObjectiveRules.of(this);
    tests.addAll(new RecordingTests(rules).tests());
    tests.addAll(new BurnTests(rules).tests());
    return List.copyOf(tests);
  }
}
