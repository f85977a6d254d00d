package io.runboards.rules;

import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sum;
import static io.runboards.rules.BurnRate.burning;
import static io.runboards.rules.Example.example;
import static io.runboards.rules.Given.series;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.Objective.objective;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.Runbook.means;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.runboards.catalog.Nim;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An objective becomes rules, alerts and tests, or says why it cannot. */
class ObjectiveTest {
  private static final Example SOME_FAIL =
      example(
              "one in four fails",
              "chat",
              series(Nim.REQUEST_FINISH_TOTAL, "0+240x10", with(MODEL_NAME, "chat")),
              series(Nim.REQUEST_FAILURE_TOTAL, "0+60x10", with(MODEL_NAME, "chat")))
          .counts(1, 4);
  private static final Example NONE_FAILS =
      example(
              "none has failed yet",
              "chat",
              series(Nim.REQUEST_FINISH_TOTAL, "0+240x10", with(MODEL_NAME, "chat")))
          .counts(0, 4);
  private static final Objective INFERENCE =
      counting("inference", 0.995).examples(SOME_FAIL, NONE_FAILS);

  private static Objective counting(String name, double ratio) {
    return objective(name, "Inference", ratio)
        .each(MODEL_NAME)
        .events("requests", w -> sum(rate(metric(Nim.REQUEST_FINISH_TOTAL), w)).by(MODEL_NAME))
        .bad("failed", w -> sum(rate(metric(Nim.REQUEST_FAILURE_TOTAL), w)).by(MODEL_NAME))
        .description("Callers get nothing.")
        .runbook(means("The servers failed.").matters("Callers wait.").steps("Look.").silence("-"));
  }

  private static RuleFile file(Objective objective) {
    return ruleFile("objectives", "Objectives", "ml").objectives(objective);
  }

  private static Recording recording(String name) {
    return file(INFERENCE).recordings().filter(it -> it.name().equals(name)).findFirst().get();
  }

  private static Alert alert(String name) {
    return file(INFERENCE).alerts().filter(it -> it.name().equals(name)).findFirst().get();
  }

  @Test
  void itIsRecordedWithinAllWindowsTheLongOnesLessOften() {
    assertThat(file(INFERENCE).groups())
        .extracting(RuleGroup::name, group -> group.every().toString())
        .containsExactly(
            tuple("slo-inference", "1m"),
            tuple("slo-inference-long", "2m"),
            tuple("slo-inference-burn", "1m"));
    assertThat(file(INFERENCE).recordings())
        .extracting(Recording::name)
        .containsExactly(
            "slo:errors:sum",
            "slo:events:sum",
            "slo:objective:ratio",
            "slo:error:ratio_rate5m",
            "slo:error:ratio_rate30m",
            "slo:error:ratio_rate1h",
            "slo:error:ratio_rate2h",
            "slo:error:ratio_rate6h",
            "slo:burn:ratio_rate1h",
            "slo:error:ratio_rate1d",
            "slo:error:ratio_rate3d",
            "slo:error:ratio_rate28d",
            "slo:budget_remaining:ratio");
    assertThat(file(INFERENCE).recordings())
        .allSatisfy(it -> assertThat(it.labels()).contains(with("slo", "inference")));
  }

  @Test
  void withoutAFailureThereAreNoErrorsInsteadOfNothing() {
    assertThat(recording("slo:errors:sum").series())
        .hasToString(
            "sum by (service) (label_join(sum by (model_name) (rate(request_failure_total[5m])),"
                + " \"service\", \"/\", \"model_name\")) or on (service) sum by (service)"
                + " (label_join(sum by (model_name) (rate(request_finish_total[5m])),"
                + " \"service\", \"/\", \"model_name\")) * 0");
  }

  @Test
  void theRatioOfALongWindowIsOneOfSums() {
    assertThat(recording("slo:error:ratio_rate1h").series())
        .hasToString(
            "sum_over_time(slo:errors:sum{slo=\"inference\"}[1h]) / on (slo, service)"
                + " (sum_over_time(slo:events:sum{slo=\"inference\"}[1h]) > 0)");
  }

  @Test
  void severalLabelsNameAService() {
    Objective joined = INFERENCE.each(NAMESPACE, MODEL_NAME);
    assertThat(ObjectiveRules.of(joined).events().series().toString())
        .contains("\"service\", \"/\", \"namespace\", \"model_name\"");
  }

  @Test
  void aSingleServiceIsNamedByTheRule() {
    assertThat(ObjectiveRules.of(INFERENCE.only("all-models")).errors().labels())
        .containsExactly(with("slo", "inference"), with("service", "all-models"));
  }

  @Test
  void alertsLookAtALongAndAShortWindow() {
    assertThat(alert("InferenceBurn1h").series())
        .hasToString(
            "slo:error:ratio_rate1h{slo=\"inference\"} > 14.4 * 0.005 and on (slo, service)"
                + " slo:error:ratio_rate5m{slo=\"inference\"} > 14.4 * 0.005");
    assertThat(file(INFERENCE).alerts())
        .extracting(Alert::name, Alert::urgency, it -> it.hold().before().toString())
        .containsExactly(
            tuple("InferenceBurn1h", Urgency.CRITICAL, "2m"),
            tuple("InferenceBurn6h", Urgency.CRITICAL, "15m"),
            tuple("InferenceBurn1d", Urgency.WARNING, "1h"),
            tuple("InferenceBurn3d", Urgency.WARNING, "3h"));
  }

  @Test
  void alertsSpeakTheWordsOfTheObjective() {
    Alert alert = alert("InferenceBurn1h");
    assertThat(alert.text().summary())
        .isEqualTo(
            "Inference, {{ $labels.service }}: {{ $value | humanizePercentage }} of requests failed"
                + " within 1 hour");
    assertThat(alert.text().description())
        .isEqualTo(
            "Over 28 days the objective allows 0.5%. At more than 7.2% the error budget is used up"
                + " within 47 hours. Callers get nothing.");
    assertThat(alert.runbook().means())
        .isEqualTo(
            "More than 7.2% of requests failed within 1 hour, and within the last 5 minutes as"
                + " well. The servers failed.");
    assertThat(alert.runbook().missing()).isEmpty();
    assertThat(alert.team()).isEqualTo("ml");
  }

  @Test
  void everyRuleIsTested() {
    RuleFile file = file(INFERENCE);
    Set<String> recorded = tested(file, Then.Recorded.class);
    assertThat(recorded)
        .containsExactlyInAnyOrderElementsOf(
            file.recordings().map(Recording::name).collect(Collectors.toSet()));
    Set<String> alerts = file.alerts().map(Alert::name).collect(Collectors.toSet());
    assertThat(tested(file, Then.Fires.class)).isEqualTo(alerts);
    assertThat(tested(file, Then.Silent.class)).isEqualTo(alerts);
  }

  private static Set<String> tested(RuleFile file, Class<? extends Then> how) {
    return file.tests().stream()
        .flatMap(test -> test.then().stream())
        .filter(how::isInstance)
        .map(then -> then.rule().name())
        .collect(Collectors.toSet());
  }

  @Test
  void valuesOfTestsLeaveTheBeginningsOfWindowsOut() {
    List<Length> windows = List.of(Length.of("5m"), Length.of("30m"));
    Growing growing = Growing.over(windows, Length.of("5m"));
    assertThat(growing.end()).hasToString("35m");
    assertThat(growing.given(List.of()))
        .extracting(Given::values)
        .containsExactly("0 _ 2+1x5", "1000 _ 1020+10x5");
    assertThat(growing.ratio(Length.of("5m"))).isEqualTo(7 / 1070.0);
    assertThat(growing.ratio(Length.of("30m"))).isEqualTo(27 / 6270.0);
  }

  @Test
  void anAlertIsTestedJustAboveAndJustBelowItsThreshold() {
    RuleTest test =
        file(INFERENCE).tests().stream()
            .filter(it -> it.name().equals("inference: burn rate over 1 hour"))
            .findFirst()
            .get();
    assertThat(test.step()).hasToString("1m");
    assertThat(test.given())
        .filteredOn(given -> given.metric().equals(ObjectiveMetrics.ERRORS))
        .extracting(given -> given.labels().getLast().value(), Given::values)
        .containsExactly(
            tuple("above", "75600000x66"),
            tuple("below", "68400000x66"),
            tuple("recovered", "144000000x60 0x5"),
            tuple("begun", "0x60 144000000x5"));
    assertThat(test.then())
        .extracting(then -> then.at().toString(), then -> then instanceof Then.Silent)
        .containsExactly(
            tuple("1m", true), tuple("2m", false), tuple("2m", false), tuple("1h6m", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          99.5 | objective 99.5 is not between 0 and 1; write 0.995
          1.5  | objective 1.5 is not between 0 and 1; write 0.015
          1    | objective 1 is not between 0 and 1
          0    | objective 0 is not between 0 and 1
          -0.1 | objective -0.1 is not between 0 and 1
          100  | objective 100 is not between 0 and 1
          """)
  void anObjectiveIsAShare(double ratio, String message) {
    refuses(() -> objective("x", "X", ratio), message);
  }

  @Test
  void burnRatesDoNotContradictThemselves() {
    refuses(
        INFERENCE.burnRates(burning(6, "30m", "30m")),
        "burn rate 6 has a short window of 30m, which is not shorter than the long one of 30m");
    refuses(
        INFERENCE.burnRates(burning(6, "6h", "1m")),
        "burn rate 6 has a short window of 1m, but events are counted over 5m");
    refuses(
        INFERENCE.burnRates(burning(6, "6h", "30m"), burning(3, "1h", "5m")),
        "burn rate 3 looks at 1h, which is not longer than the 6h of the faster burn rate 6");
    refuses(
        INFERENCE.burnRates(burning(6, "6h", "30m"), burning(6, "1d", "2h")),
        "burn rate 6 is there twice");
    refuses(
        INFERENCE.burnRates(burning(6, "6h", "30m").holding("0s")),
        "burn rate 6 holds for no time: one bad evaluation would fire");
    refuses(INFERENCE.burnRates(burning(0, "6h", "30m")), "burn rate 0 is not above 0");
    refuses(
        INFERENCE.burnRates(new BurnRate[0]),
        "inference has no burn rates: nobody hears of a lost budget");
  }

  @Test
  void everyBurnRateCanFire() {
    refuses(
        counting("easy", 0.9).examples(SOME_FAIL, NONE_FAILS),
        "burn rate 14.4 of an error budget of 0.1 never fires: no error ratio is above 1.44");
    assertThat(
            counting("easy", 0.9)
                .examples(SOME_FAIL, NONE_FAILS)
                .burnRates(burning(6, "6h", "30m"), burning(1, "3d", "6h"))
                .groups())
        .hasSize(3);
  }

  @Test
  void theTimeOfAnObjectiveHoldsItsWindows() {
    refuses(INFERENCE.over("1d"), "inference is kept over 1d, but burn rate 1 looks at 3d");
  }

  @Test
  void anObjectiveCountsEventsAndShowsThatItDoes() {
    refuses(objective("bare", "Bare", 0.99), "bare needs its events(...) and its bad(...) ones");
    refuses(INFERENCE.examples(NONE_FAILS), "inference needs an example with bad events");
    refuses(INFERENCE.examples(SOME_FAIL), "inference needs an example without bad events");
  }

  private static void refuses(Objective objective, String message) {
    refuses(() -> file(objective), message);
  }

  private static void refuses(ThrowingCallable what, String message) {
    assertThatThrownBy(what).isInstanceOf(WrongRule.class).hasMessage(message);
  }
}
