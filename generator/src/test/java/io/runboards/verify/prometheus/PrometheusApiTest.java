package io.runboards.verify.prometheus;

import static io.runboards.verify.prometheus.FakeStore.json;
import static io.runboards.verify.prometheus.FakeStore.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.http.Http;
import io.runboards.http.Server;
import io.runboards.http.Server.Patience;
import io.runboards.verify.prometheus.FakeStore.Reaction;
import io.runboards.verify.prometheus.Result.Curves;
import io.runboards.verify.prometheus.Result.Refused;
import io.runboards.verify.prometheus.RuleState.Active;
import io.runboards.verify.prometheus.RuleState.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a store, and how its answers are read, hostile ones too. */
class PrometheusApiTest {
  private static final Instant START = Instant.ofEpochSecond(1_700_000_000);
  private static final Instant END = START.plusSeconds(60);
  private static final Duration STEP = Duration.ofMillis(1500);

  private FakeStore store;

  @BeforeEach
  void start() throws IOException {
    store = new FakeStore();
  }

  @AfterEach
  void stop() {
    store.close();
  }

  /** Something that is asked. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(PrometheusApi api) throws NoAnswer;
  }

  private <T> T ask(UnaryOperator<Server> server, Question<T> question) throws NoAnswer {
    try (Http http = store.http(server)) {
      return question.ask(new PrometheusApi(http, Headers.ofTenant("team-a")));
    }
  }

  private Result range(Reaction reaction) throws NoAnswer {
    store.reacting(reaction);
    return ask(it -> it, api -> api.range("up", START, END, STEP));
  }

  private Result query(String data) throws NoAnswer {
    store.reacting(json("{\"status\": \"success\", \"data\": " + data + "}"));
    return ask(it -> it, api -> api.query("up", START));
  }

  private static Curve curve(Map<String, String> labels, long time, double value) {
    return new Curve(LabelSet.of(labels), new long[] {time}, new double[] {value}, 0);
  }

  @Test
  void aQueryIsAFormThatMayBeLong() throws Exception {
    String promql = "sum by (a) (x{y=~\"ü.+\"}) + " + "1 + ".repeat(5_000) + "1";
    store.reacting(
        json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}"));
    ask(it -> it, api -> api.range(promql, START, END, STEP));
    assertThat(store.asked()).hasSize(1);
    FakeStore.Asked asked = store.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.path()).isEqualTo("/prometheus/api/v1/query_range");
    assertThat(asked.headers().getFirst("X-Scope-OrgID")).isEqualTo("team-a");
    assertThat(asked.headers().getFirst("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(asked.body())
        .startsWith("query=sum%20by%20%28a%29%20%28x%7By%3D%7E%22%C3%BC.%2B%22%7D%29%20%2B%201")
        .endsWith("&stats=true&start=1700000000.000&end=1700000060.000&step=1.500");
  }

  @Test
  void aMatrixIsItsSeries() throws Exception {
    Reaction reaction =
        json(
            """
            {"status": "success", "warnings": ["slow"], "infos": ["no counter"], "data": {
              "stats": {"samples": {"totalQueryableSamples": 120, "peakSamples": 7}},
              "resultType": "matrix", "result": [
              {"metric": {"job": "node", "__name__": "up"},
               "values": [[1700000000, "1"], [1700000001.5, "NaN"], [1.7e9, "+Inf"],
                 [1700000003.0001, "-Inf"], [1700000004, "1.5e-7"]]},
              {"metric": {}, "histograms": [[1700000000, {"count": "5"}]]}]}}
            """);
    Curve first =
        new Curve(
            LabelSet.of(Map.of("__name__", "up", "job", "node")),
            new long[] {
              1700000000000L, 1700000001500L, 1700000000000L, 1700000003000L, 1700000004000L
            },
            new double[] {
              1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.5e-7
            },
            0);
    Curve second = new Curve(LabelSet.of(Map.of()), new long[0], new double[0], 1);
    assertThat(range(reaction))
        .isEqualTo(
            new Curves(
                List.of(first, second),
                Optional.of(new Effort(120, 7)),
                List.of("slow"),
                List.of("no counter")));
  }

  @Test
  void aVectorIsSeriesWithOneValue() throws Exception {
    assertThat(
            query(
                """
                {"resultType": "vector", "result": [
                  {"metric": {"a": "b"}, "value": [1700000000.123, "4"]},
                  {"metric": {"a": "c"}, "histogram": [1700000000.123, {"count": "5"}]}]}
                """))
        .isEqualTo(
            new Curves(
                List.of(
                    curve(Map.of("a", "b"), 1700000000123L, 4),
                    new Curve(LabelSet.of(Map.of("a", "c")), new long[0], new double[0], 1)),
                Optional.empty(),
                List.of(),
                List.of()));
  }

  @Test
  void aScalarIsASeriesWithoutLabels() throws Exception {
    assertThat(query("{\"resultType\": \"scalar\", \"result\": [1700000000, \"4\"]}"))
        .isEqualTo(
            new Curves(
                List.of(curve(Map.of(), 1700000000000L, 4)),
                Optional.empty(),
                List.of(),
                List.of()));
  }

  @Test
  void aTextIsNoAnswerToAQueryForNumbers() throws Exception {
    assertThat(query("{\"resultType\": \"string\", \"result\": [1700000000, \"hello\"]}"))
        .isEqualTo(new Refused("string", "the query is worth a text, not numbers"));
  }

  @Test
  void aMistakeInAQueryIsToldInTheStoresWords() throws Exception {
    String text = "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:4: oh no\"}";
    assertThat(range(says(400, "application/json", text)))
        .isEqualTo(new Refused("bad_data", "1:4: oh no"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "[1, 2]",
        "[\"1\", \"2\"]",
        "[1, \"two\"]",
        "[1, \"\"]",
        "[1, \"2\", 3]",
        "7",
        "null"
      })
  void aSampleThatIsNoneIsTold(String sample) {
    assertThatThrownBy(() ->
            query(
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[%s]}]}"
                    .formatted(sample)))
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith("a sample cannot be read: ");
  }

  @Test
  void aTimeWithoutBoundIsReadInBoundedTime() throws Exception {
    assertThat(query("{\"resultType\": \"scalar\", \"result\": [1e999999999, \"4\"]}"))
        .isInstanceOf(Curves.class);
  }

  @Test
  void aResultOfAnUnknownKindIsTold() {
    assertThatThrownBy(() -> query("{\"resultType\": \"tensor\"}"))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("the store answers with an unknown kind of result");
  }

  @Test
  void aPageForPeopleIsNoStore() {
    assertThatThrownBy(() -> range(says(200, "text/html; charset=utf-8", "<html>Log in</html>")))
        .isInstanceOf(NoAnswer.class)
        .hasMessage(
            "/api/v1/query_range: status 200 with a page for people;"
                + " is this really the address of a Prometheus?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "{\"status\": \"succ", "{} {}"})
  void whatIsNoJsonIsNoStore(String text) {
    assertThatThrownBy(() -> range(says(200, "application/json", text)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage(
            "/api/v1/query_range: status 200 with no JSON;"
                + " is this really the address of a Prometheus?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"status\": 7}", "{\"status\": \"ok\"}"})
  void otherJsonIsNoStore(String text) {
    assertThatThrownBy(() -> range(json(text)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage(
            "/api/v1/query_range: status 200 with other JSON;"
                + " is this really the address of a Prometheus?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no org id", "{\"message\": \"no org id\"}"})
  void whoIsNotLetInIsToldWhy(String text) {
    assertThatThrownBy(() -> range(says(401, "text/plain", text + "\n")))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("/api/v1/query_range: status 401: " + text);
  }

  @Test
  void aLongMessageIsCutOff() {
    assertThatThrownBy(() -> range(says(500, "text/plain", "x".repeat(1000))))
        .hasMessage("/api/v1/query_range: status 500: " + "x".repeat(300) + "…");
  }

  @Test
  void aHugeAnswerIsNotRead() {
    store.reacting(json(" ".repeat(10_001)));
    assertThatThrownBy(() -> ask(it -> it.readingAtMost(10_000), api -> api.query("up", START)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("POST /api/v1/query: the answer is larger than 10000 bytes");
  }

  @Test
  void aSlowAnswerIsNotWaitedFor() {
    store.reacting(exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      pause();
    });
    Patience shortPatience = new Patience(Duration.ofSeconds(10), Duration.ofMillis(300));
    assertThatThrownBy(() -> ask(it -> it.waiting(shortPatience), api -> api.query("up", START)))
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith("POST /api/v1/query: no whole answer from 127.0.0.1:");
  }

  private static void pause() {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void valuesOfALabelAreAskedForSomeSeries() throws Exception {
    store.reacting(json("{\"status\": \"success\", \"data\": [\"a\", \"ü\"]}"));
    List<String> values =
        ask(it -> it, api -> api.labelValues("p/q", List.of("up", "x{}"), START, END));
    assertThat(values).containsExactly("a", "ü");
    assertThat(store.asked().getFirst().path())
        .isEqualTo(
            "/prometheus/api/v1/label/p%2Fq/values?start=1700000000.000&end=1700000060.000"
                + "&match%5B%5D=up&match%5B%5D=x%7B%7D");
  }

  @Test
  void aRefusedListIsNoAnswer() {
    store.reacting(
        says(400, "application/json", "{\"status\":\"error\",\"error\":\"bad matcher\"}"));
    assertThatThrownBy(() -> ask(it -> it, api -> api.metrics(START, END)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("/api/v1/label/__name__/values: bad matcher");
  }

  @Test
  void rulesTellHowTheyFare() throws Exception {
    store.reacting(
        json(
            """
            {"status": "success", "data": {"groups": [{"name": "g", "rules": [
              {"type": "recording", "name": "a:b", "health": "unknown",
               "lastEvaluation": "0001-01-01T00:00:00Z"},
              {"type": "alerting", "name": "Hot", "health": "err", "lastError": "many to many",
               "lastEvaluation": "2026-01-01T01:00:00.5+01:00",
               "alerts": [{"labels": {"gpu": "0"}, "state": "firing",
                 "activeAt": "2026-01-01T00:00:00Z"}]}]}]}}
            """));
    Instant newYear = Instant.parse("2026-01-01T00:00:00Z");
    List<RuleState> rules = ask(it -> it, PrometheusApi::rules);
    assertThat(rules)
        .containsExactly(
            new RuleState("g", "a:b", Kind.RECORDING, "unknown", "", Optional.empty(), List.of()),
            new RuleState(
                "g",
                "Hot",
                Kind.ALERTING,
                "err",
                "many to many",
                Optional.of(newYear.plusMillis(500)),
                List.of(
                    new Active(LabelSet.of(Map.of("gpu", "0")), "firing", Optional.of(newYear)))));
  }

  @Test
  void aStoreSaysWhichProgramItIs() throws Exception {
    store.reacting(
        json("{\"status\":\"success\",\"data\":{\"version\":\"3.11.0\"}}"),
        json(
            "{\"status\":\"success\",\"data\":"
                + "{\"application\":\"Grafana Mimir\",\"version\":\"3.0\"}}"));
    BuildInfo first = ask(it -> it, PrometheusApi::buildInfo);
    BuildInfo second = ask(it -> it, PrometheusApi::buildInfo);
    assertThat(first).isEqualTo(new BuildInfo("Prometheus", "3.11.0"));
    assertThat(second).isEqualTo(new BuildInfo("Grafana Mimir", "3.0"));
  }
}
