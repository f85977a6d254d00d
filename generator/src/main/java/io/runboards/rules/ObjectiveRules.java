package io.runboards.rules;

import static io.runboards.catalog.Labels.SERVICE;
import static io.runboards.catalog.Labels.SLO;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.number;
import static io.runboards.query.Queries.promql;
import static io.runboards.query.Queries.sumOverTime;

import io.runboards.catalog.Metric;
import io.runboards.query.Paired;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import io.runboards.rules.Alert.Hold;
import io.runboards.rules.Alert.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules that an objective stands for.
 *
 * <p>Events are counted over five minutes. The share of bad ones within a longer window is the sum
 * of the bad ones by the sum of all: quiet hours weigh little. A service without bad events has a
 * share of 0; one without any events has none.
 *
 * @param objective the objective
 * @param burnRates its burn rates
 */
record ObjectiveRules(Objective objective, BurnRates burnRates) {
  private static final Length LONG = Length.of("1d");

  /** Long windows change slowly. Twice within the five minutes for which a sample is current. */
  private static final Length SLOWLY = Length.of("2m");

  private static final Pattern WORD_START = Pattern.compile("(?:^|-)([a-z0-9])");

  static ObjectiveRules of(Objective objective) {
    if (objective.all().words().isEmpty() || objective.bad().words().isEmpty()) {
      throw new WrongRule(objective.name() + " needs its events(...) and its bad(...) ones");
    }
    return new ObjectiveRules(objective, BurnRates.of(objective));
  }

  /** All windows within which the share of bad events is recorded, the shortest first. */
  List<Length> windows() {
    TreeSet<Length> windows = new TreeSet<>();
    windows.add(ObjectiveMetrics.BASE);
    windows.add(ObjectiveMetrics.NOW);
    windows.add(objective.window());
    burnRates
        .fastestFirst()
        .forEach(rate -> windows.addAll(List.of(rate.longWindow(), rate.shortWindow())));
    return List.copyOf(windows);
  }

  /** The windows that are summed up often, or seldom. */
  List<Length> windows(boolean isLong) {
    return windows().stream().filter(window -> isLong != window.isShorterThan(LONG)).toList();
  }

  List<RuleGroup> groups() {
    return List.of(
        group(
            "",
            RuleGroup.USUAL,
            Stream.concat(
                Stream.of(errors(), events(), ratio()),
                Stream.concat(windows(false).stream().map(this::errorRatio), Stream.of(burn())))),
        group(
            "-long",
            SLOWLY,
            Stream.concat(windows(true).stream().map(this::errorRatio), Stream.of(budget()))),
        group("-burn", RuleGroup.USUAL, burnRates.fastestFirst().stream().map(this::alert)));
  }

  private RuleGroup group(String suffix, Length every, Stream<? extends Rule> rules) {
    return new RuleGroup(
        "slo-" + objective.name() + suffix,
        List.copyOf(rules.toList()),
        every,
        Length.NONE,
        OptionalInt.empty(),
        objective.origin());
  }

  /** Counters of failures often appear with the first failure: until then there were none. */
  Recording errors() {
    Series all = objective.services().of(objective.all().series());
    Series bad = objective.services().of(objective.bad().series());
    Paired orNone = bad.or(all.times(0));
    boolean isOne = objective.services().only().isPresent();
    return counted(ObjectiveMetrics.ERRORS, isOne ? orNone : orNone.on(SERVICE));
  }

  Recording events() {
    return counted(ObjectiveMetrics.EVENTS, objective.services().of(objective.all().series()));
  }

  private Recording counted(Metric metric, Series series) {
    Recording recording = recording(metric, series);
    return objective.services().only().map(name -> recording.with(SERVICE, name)).orElse(recording);
  }

  Recording errorRatio(Length window) {
    Series bad = within(ObjectiveMetrics.ERRORS, window);
    Series all = within(ObjectiveMetrics.EVENTS, window);
    return recording(
        ObjectiveMetrics.errorRatio(window), bad.dividedBy(all.above(0)).on(SLO, SERVICE));
  }

  private Series within(Metric metric, Length window) {
    return window.equals(ObjectiveMetrics.BASE)
        ? mine(metric)
        : sumOverTime(mine(metric), window.toString());
  }

  Recording ratio() {
    return recording(ObjectiveMetrics.OBJECTIVE, promql("vector(" + objective.ratio() + ")"));
  }

  Recording burn() {
    Metric errors = ObjectiveMetrics.errorRatio(ObjectiveMetrics.NOW);
    return recording(ObjectiveMetrics.BURN, ofBudget(errors));
  }

  Recording budget() {
    Metric errors = ObjectiveMetrics.errorRatio(objective.window());
    return recording(ObjectiveMetrics.BUDGET, number(1).minus(ofBudget(errors)));
  }

  private Series ofBudget(Metric errors) {
    Series allowed = number(1).minus(mine(ObjectiveMetrics.OBJECTIVE));
    return mine(errors).dividedBy(allowed).on(SLO).groupLeft();
  }

  private Selected mine(Metric metric) {
    return metric(metric).where(is(SLO, objective.name()));
  }

  private Recording recording(Metric metric, Series series) {
    return new Recording(metric, series, List.of(), Optional.empty(), objective.origin())
        .with(SLO, objective.name());
  }

  Alert alert(BurnRate rate) {
    Objective.Story story = objective.story();
    return new Alert(
        alertName(rate),
        rate.urgency(),
        above(rate.longWindow(), rate).and(above(rate.shortWindow(), rate)).on(SLO, SERVICE),
        new Hold(rate.hold(), Length.NONE),
        new Words(summary(rate), description(rate)),
        story.lookAt(),
        runbook(rate),
        story.team(),
        Optional.empty(),
        List.of(),
        objective.origin());
  }

  private Series above(Length window, BurnRate rate) {
    return mine(ObjectiveMetrics.errorRatio(window))
        .above(number(rate.factor()).times(objective.budget().doubleValue()));
  }

  private String alertName(BurnRate rate) {
    String words =
        WORD_START
            .matcher(objective.name())
            .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    return words + "Burn" + Spans.text(rate.longWindow());
  }

  private String summary(BurnRate rate) {
    return "%s, {{ $labels.service }}: {{ $value | humanizePercentage }} of %s %s within %s"
        .formatted(
            objective.title(),
            objective.all().words(),
            objective.bad().words(),
            Spans.words(rate.longWindow()));
  }

  private String description(BurnRate rate) {
    return "Over %s the objective allows %s. At more than %s the error budget is used up within %s. %s"
        .formatted(
            Spans.words(objective.window()),
            percent(objective.budget()),
            percent(rate.threshold(objective.budget())),
            Spans.about(rate.lasts(objective.window())),
            objective.story().description())
        .strip();
  }

  private Runbook runbook(BurnRate rate) {
    Runbook page = objective.story().runbook();
    String means =
        "More than %s of %s %s within %s, and within the last %s as well. %s"
            .formatted(
                percent(rate.threshold(objective.budget())),
                objective.all().words(),
                objective.bad().words(),
                Spans.words(rate.longWindow()),
                Spans.words(rate.shortWindow()),
                page.means());
    return page.means().isEmpty()
        ? page
        : new Runbook(means, page.matters(), page.steps(), page.silence());
  }

  private static String percent(BigDecimal ratio) {
    return ratio.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
