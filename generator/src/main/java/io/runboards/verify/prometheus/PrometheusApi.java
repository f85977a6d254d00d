package io.runboards.verify.prometheus;

import io.runboards.http.Answer;
import io.runboards.http.Form;
import io.runboards.http.Http;
import io.runboards.http.Unanswered;
import io.runboards.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Asks a store that has Prometheus' interface: Prometheus itself, Mimir, Thanos and others.
 *
 * <p>Each question is asked once. How large an answer may be and how long it may take are the
 * server's {@link io.runboards.http.Server#largest} and {@link io.runboards.http.Server#patience}.
 * Threads may share one.
 *
 * @param http the store; where its interface stands below a path, that is part of its address
 * @param headers what every request carries, such as the tenant
 */
public record PrometheusApi(Http http, Headers headers) {
  private static final String API = "/api/v1";
  private static final int LONGEST_MESSAGE = 300;

  /** What a query is worth at one moment. */
  public Result query(String promql, Instant at) throws NoAnswer {
    return result("/query", query(promql).with("time", seconds(at)));
  }

  /** What a query is worth from a moment to another, both included. */
  public Result range(String promql, Instant start, Instant end, Duration step) throws NoAnswer {
    return result(
        "/query_range",
        query(promql)
            .with("start", seconds(start))
            .with("end", seconds(end))
            .with("step", seconds(step.toMillis())));
  }

  /** All metrics that have samples in a time. */
  public List<String> metrics(Instant start, Instant end) throws NoAnswer {
    return labelValues("__name__", List.of(), start, end);
  }

  /**
   * All values of a label.
   *
   * @param selectors which series count, such as {@code up{job="node"}}; none for all
   */
  public List<String> labelValues(String label, List<String> selectors, Instant start, Instant end)
      throws NoAnswer {
    String path = "/label/" + Form.encoded(label) + "/values";
    Form form = matching(selectors, start, end);
    return Answers.texts(good(path, send("GET", path + "?" + form.query(), null)));
  }

  /** All series that one of the selectors picks, of which there must be one. */
  public List<LabelSet> series(List<String> selectors, Instant start, Instant end) throws NoAnswer {
    String path = "/series";
    return Answers.series(good(path, send("POST", path, matching(selectors, start, end))));
  }

  /** The rules that it evaluates. */
  public List<RuleState> rules() throws NoAnswer {
    return Answers.rules(good("/rules", send("GET", "/rules", null)));
  }

  /** Which program it is. */
  public BuildInfo buildInfo() throws NoAnswer {
    String path = "/status/buildinfo";
    return Answers.buildInfo(good(path, send("GET", path, null)));
  }

  private static Form query(String promql) {
    return Form.EMPTY.with("query", promql).with("stats", "true");
  }

  private static Form matching(List<String> selectors, Instant start, Instant end) {
    Form form = Form.EMPTY.with("start", seconds(start)).with("end", seconds(end));
    for (String selector : selectors) {
      form = form.with("match[]", selector);
    }
    return form;
  }

  private static String seconds(Instant time) {
    return seconds(time.toEpochMilli());
  }

  private static String seconds(long milliseconds) {
    return BigDecimal.valueOf(milliseconds, 3).toPlainString();
  }

  private Result result(String path, Form form) throws NoAnswer {
    Answer answer = send("POST", path, form);
    JsonValue body = body(path, answer);
    if (isError(body)) {
      return new Result.Refused(body.textAt("errorType"), body.textAt("error"));
    }
    return Answers.result(good(path, answer, body), body);
  }

  private JsonValue good(String path, Answer answer) throws NoAnswer {
    return good(path, answer, body(path, answer));
  }

  private static JsonValue good(String path, Answer answer, JsonValue body) throws NoAnswer {
    if (isError(body)) {
      throw new NoAnswer(API + path + ": " + shortened(body.textAt("error")));
    }
    if (!body.textAt("status").equals("success")) {
      throw answer.isGood() ? wrongServer(path, answer, "other JSON") : refused(path, answer);
    }
    return body.at("data");
  }

  private static boolean isError(JsonValue body) {
    return body.textAt("status").equals("error");
  }

  private Answer send(String method, String path, Form form) throws NoAnswer {
    try {
      return form == null
          ? http.send(method, API + path, null, headers.values())
          : http.post(API + path, form.body(), headers.values());
    } catch (Unanswered e) {
      throw new NoAnswer(e.getMessage());
    }
  }

  private static JsonValue body(String path, Answer answer) throws NoAnswer {
    try {
      return JsonValue.parse(answer.body());
    } catch (JsonValue.Malformed e) {
      if (answer.type().contains("html")) {
        throw wrongServer(path, answer, "a page for people");
      }
      throw answer.isGood() || answer.body().isBlank()
          ? wrongServer(path, answer, "no JSON")
          : refused(path, answer);
    }
  }

  private static NoAnswer wrongServer(String path, Answer answer, String found) {
    return new NoAnswer(
        "%s%s: status %s with %s; is this really the address of a Prometheus?"
            .formatted(API, path, answer.status(), found));
  }

  private static NoAnswer refused(String path, Answer answer) {
    return new NoAnswer(
        "%s%s: status %s: %s"
            .formatted(API, path, answer.status(), shortened(answer.body().strip())));
  }

  static String shortened(String text) {
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
  }
}
