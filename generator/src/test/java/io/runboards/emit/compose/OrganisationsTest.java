package io.runboards.emit.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runboards.build.External;
import io.runboards.site.Setup.Organisation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script makes organisations as a Grafana wants it, which is played by the test. */
class OrganisationsTest {
  private static final Organisation TEAM = new Organisation(2, "Team A's");

  @TempDir private Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer grafana;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    grafana = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    grafana.createContext("/", this::answer);
    grafana.start();
  }

  @AfterEach
  void stop() {
    grafana.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String path = exchange.getRequestURI().getRawPath();
      asked.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
      byte[] answer =
          (path.startsWith("/api/orgs/name/") ? "{\"id\":2,\"name\":\"Team A's\"}" : "{}")
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(path.equals("/api/orgs") ? status : 200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** The script, for a Grafana that runs already. */
  private void run(Organisation organisation) throws IOException {
    String script =
        Organisations.file(List.of(organisation))
            .content()
            .replace("/run.sh &", "sleep 60 &")
            .replace("localhost:3000", "127.0.0.1:" + grafana.getAddress().getPort())
            .replace("/tmp/answer", folder.resolve("answer").toString());
    Path password = Files.writeString(folder.resolve("password"), "secret");
    External.run(
        folder,
        Path.of("/bin/sh"),
        "",
        "-c",
        "GF_SECURITY_ADMIN_PASSWORD__FILE=\"$0\" exec sh \"$1\"",
        password.toString(),
        Files.writeString(folder.resolve("organisations.sh"), script).toString());
  }

  @Test
  void anOrganisationIsMadeAndItsNumberCompared() throws Exception {
    run(TEAM);
    assertThat(asked)
        .containsExactly(
            "GET /api/health",
            "POST /api/orgs {\"name\":\"Team A's\"}",
            "GET /api/orgs/name/Team%20A%27s");
  }

  @Test
  void oneThatIsThereIsNoFailure() throws Exception {
    status = 409;
    run(TEAM);
    assertThat(asked).hasSize(3);
  }

  @Test
  void anotherNumberIsAFailureThatSaysWhatToDo() {
    assertThatThrownBy(() -> run(new Organisation(7, "Team A's")))
        .hasMessageContaining("The organisation 'Team A's' has another number than 7");
  }

  @Test
  void aWrongPasswordIsAFailure() {
    status = 401;
    assertThatThrownBy(() -> run(TEAM)).hasMessageContaining("Grafana answers 401");
  }
}
