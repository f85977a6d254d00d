package io.runboards.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.Repository;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Items;
import io.runboards.json.JsonValue.Text;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real Grafana was asked, the stand-in answers in the same way, in the same order. */
class ReplayTest {
  private static final Path RECORD =
      Repository.ROOT.resolve("generator/src/test/resources/standin/observed-9.4.ndjson");

  /** The stand-in has no alert rules, contact points, policies and mute timings. */
  private static final String NOT_THERE = "/api/v1/provisioning/";

  /** A folder that only the alert rules in it protect. */
  private static final String PROTECTED = "DELETE /api/folders/alerts";

  /** Answers of which only the status counts: the settings of everything that is installed. */
  private static final String SETTINGS = "/api/frontend/settings";

  /** Times, and what is random. */
  private static final Set<String> DIFFERENT_EACH_TIME =
      Set.of("created", "updated", "key", "accessErrorId");

  private final HttpClient client = HttpClient.newHttpClient();
  private StandIn standIn;
  private String token;

  @BeforeEach
  void aServerAsItWasBeforeTheFirstRequest() throws Exception {
    standIn = StandIn.start(new Setup("9.2.0", true, List.of(), 0));
    standIn.provisionDataSource(
        JsonValue.parse(
                """
                {"name": "Mimir tenant-a", "uid": "mimir-tenant-a", "type": "prometheus",
                 "access": "proxy", "url": "http://127.0.0.1:9009/prometheus",
                 "jsonData": {"httpHeaderName1": "X-Scope-OrgID", "httpMethod": "POST",
                              "prometheusType": "Mimir", "timeInterval": "30s"}}
                """)
            .object());
    standIn.provisionDashboard(
        "runai", "Run:ai", JsonValue.EMPTY.with("uid", "prov-1").with("title", "Provisioned"));
  }

  @AfterEach
  void stop() {
    client.close();
    standIn.close();
  }

  @Test
  void everyRequestIsAnsweredAsARealGrafanaDid() throws Exception {
    int compared = 0;
    for (String line : Files.readAllLines(RECORD)) {
      JsonValue exchange = JsonValue.parse(line);
      String path = exchange.textAt("path");
      String what = exchange.textAt("method") + " " + path;
      if (path.startsWith(NOT_THERE) || what.equals(PROTECTED)) {
        continue;
      }
      compared++;
      String name = what + " (" + exchange.textAt("note") + ")";
      HttpResponse<String> answer = send(exchange);
      assertThat(answer.statusCode()).as(name).isEqualTo((int) exchange.numberAt("status"));
      JsonValue body = JsonValue.parse(answer.body());
      if (!body.textAt("key").isEmpty()) {
        token = body.textAt("key");
      }
      if (!path.equals(SETTINGS)) {
        assertThat(comparable(body)).as(name).isEqualTo(comparable(exchange.at("response")));
      }
    }
    assertThat(compared).isEqualTo(73);
  }

  private HttpResponse<String> send(JsonValue exchange) throws Exception {
    JsonValue body = exchange.at("request");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(standIn.url() + exchange.textAt("path")))
            .method(
                exchange.textAt("method"),
                body.isNothing()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.text().orElseGet(body::line)));
    exchange
        .at("request_headers")
        .object()
        .fields()
        .forEach((header, value) -> request.header(header, value.text().orElseThrow()));
    switch (exchange.textAt("auth")) {
      case "admin" -> request.header("Authorization", "Basic " + encoded("admin:admin"));
      case "token" ->
          request.header(
              "Authorization",
              "Bearer " + (exchange.textAt("note").equals("bad token") ? "wrong" : token));
      default -> assertThat(exchange.textAt("auth")).isEqualTo("none");
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same without what is different each time. */
  private static JsonValue comparable(JsonValue value) {
    return switch (value) {
      case Fields(Map<String, JsonValue> fields) -> {
        Map<String, JsonValue> same = new LinkedHashMap<>();
        fields.forEach((name, inner) ->
            same.put(
                name, DIFFERENT_EACH_TIME.contains(name) ? new Text(name) : comparable(inner)));
        yield new Fields(same);
      }
      case Items(List<JsonValue> items) ->
          new Items(items.stream().map(ReplayTest::comparable).toList());
      default -> value;
    };
  }
}
