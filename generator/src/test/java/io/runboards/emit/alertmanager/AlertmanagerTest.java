package io.runboards.emit.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.runboards.build.External;
import io.runboards.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager with the configuration that is written tells a program of this test. */
class AlertmanagerTest {
  private static final Map<String, String> GPU_0 =
      Map.of("alertname", "GpuFailed", "severity", "critical", "gpu", "0", "UUID", "u0");
  private static final Map<String, String> GPU_1 =
      Map.of("alertname", "GpuFailed", "severity", "critical", "gpu", "1", "UUID", "u1");

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private HttpServer listener;
  private Process alertmanager;
  private URI address;

  @BeforeEach
  void start() throws Exception {
    Path program = External.server("alertmanager");
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          told.add(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    listener.start();
    for (String receiver : List.of("CHAT", "ALL")) {
      String secret = "http://127.0.0.1:" + listener.getAddress().getPort() + "/canary-" + receiver;
      Files.writeString(folder.resolve(receiver), secret + "\n");
    }
    String config = config();
    assertThat(config).doesNotContain("canary", "127.0.0.1");
    Files.writeString(folder.resolve("alertmanager.yaml"), config);
    address = URI.create("http://127.0.0.1:" + freePort());
    alertmanager =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + folder.resolve("alertmanager.yaml"),
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=" + address.getAuthority(),
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitReady();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (alertmanager != null) {
      alertmanager.destroyForcibly().waitFor();
    }
    if (listener != null) {
      listener.stop(0);
    }
  }

  @Test
  void whoeverIsToldGetsTheWordsTheRunbookAndTheDashboards() throws Exception {
    post(List.of(GPU_0, GPU_1));
    List<String> messages = List.of(next(), next()).stream().sorted().toList();
    assertThat(messages.getFirst())
        .startsWith("/canary-ALL ")
        .contains("\"summary\":\"GPU 0 failed\"", "\"summary\":\"GPU 1 failed\"")
        .contains("\"runbook_url\":\"https://runbooks.example.org/GpuFailed\"")
        .contains("\"dashboard_url\":\"https://grafana.example.org/d/gpu?var-gpu=1\"");
    assertThat(messages.getLast())
        .startsWith("/canary-CHAT ")
        .contains("\"title\":\"[FIRING 2] GpuFailed\"", "\"color\":\"danger\"")
        .contains(
            """
            "text":"It computes nothing.\\n\
            • *GPU 0 failed* <https://grafana.example.org/d/gpu?var-gpu=0|Dashboard>\\n\
            • *GPU 1 failed* <https://grafana.example.org/d/gpu?var-gpu=1|Dashboard>\\n\
            <https://runbooks.example.org/GpuFailed|Runbook: what to do>"\
            """
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026"));
    assertThat(Files.readString(folder.resolve("log"))).doesNotContain("canary");
  }

  @Test
  void whatAnAlertExplainsIsSilentAndInfoIsOnlyShown() throws Exception {
    post(
        List.of(
            GPU_0,
            Map.of("alertname", "GpuHot", "severity", "warning", "gpu", "0", "UUID", "u0"),
            Map.of("alertname", "GpuHot", "severity", "warning", "gpu", "1", "UUID", "u1"),
            Map.of("alertname", "NodeMemoryTrend", "severity", "info", "node", "n")));
    List<String> messages = List.of(next(), next(), next()).stream().sorted().toList();
    assertThat(messages.get(0)).startsWith("/canary-ALL ").contains("GpuFailed");
    assertThat(String.join("\n", messages))
        .contains("GPU 1 failed")
        .doesNotContain("NodeMemoryTrend", "\"alertname\":\"GpuHot\",\"gpu\":\"0\"");
    assertThat(told.poll(2, TimeUnit.SECONDS)).isNull();
  }

  /** As it is written, but nobody waits. */
  private String config() {
    String section =
        """
        receivers:
          - {name: chat, slack: CHAT, channel: "#gpu"}
          - {name: all, webhook: ALL}
        usual: chat
        routes:
          - {severity: critical, to: [chat, all]}
        """;
    return AlertmanagerFile.of(
            ExampleSite.section(section, "secrets=" + folder), SampleAlerts.workspace())
        .getFirst()
        .content()
        .replaceAll("group_wait: .*", "group_wait: 1s");
  }

  private void post(List<Map<String, String>> alerts) throws Exception {
    StringWriter body = new StringWriter();
    JsonWriter.pretty(
        body,
        json ->
            json.objects(
                "alerts",
                alerts,
                (item, labels) -> {
                  item.object("labels", it -> labels.forEach(it::field));
                  item.object("annotations", it -> annotations(labels).forEach(it::field));
                }));
    String text = body.toString();
    String list = text.substring(text.indexOf('['), text.lastIndexOf(']') + 1);
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(list))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static Map<String, String> annotations(Map<String, String> labels) {
    String gpu = labels.getOrDefault("gpu", "");
    String name = labels.get("alertname");
    return Map.of(
        "summary", "GPU " + gpu + " failed",
        "description", "It computes nothing.",
        "runbook_url", "https://runbooks.example.org/" + name,
        "dashboard_url", "https://grafana.example.org/d/gpu?var-gpu=" + gpu);
  }

  private String next() throws Exception {
    String message = told.poll(20, TimeUnit.SECONDS);
    assertThat(message).as(() -> log()).isNotNull();
    return message;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void awaitReady() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/-/ready")).build();
    for (int i = 0; i < 200; i++) {
      try {
        if (http.send(request, BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        assertThat(alertmanager.isAlive()).as(() -> log()).isTrue();
      }
      Thread.sleep(50);
    }
    assertThat(log()).as("Alertmanager is not ready").isEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
