package io.runboards.verify.prometheus;

import static io.runboards.verify.prometheus.FakeStore.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Server;
import io.runboards.verify.prometheus.FakeStore.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples arrive once, a busy store is given time, and a store that refuses says why. */
class RemoteWriteTest {
  private static final byte[] BATCH = {0, (byte) 0xff, 10, 13};
  private static final Reaction TAKEN = says(204, "text/plain", "");

  private FakeStore store;

  @BeforeEach
  void start() throws IOException {
    store = new FakeStore();
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private void send(Duration patience) throws NoAnswer, InterruptedException {
    try (Http http = store.http(it -> it)) {
      new RemoteWrite(http, RemoteWrite.MIMIR, Headers.ofTenant("team-a"), patience).send(BATCH);
    }
  }

  private static Reaction busy(int status, String pause) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", pause);
      says(status, "text/plain", "too fast\n").to(exchange);
    };
  }

  @Test
  void aBatchGoesOutAsItIsWithWhatTheProtocolAsksFor() throws Exception {
    store.reacting(TAKEN);
    send(Duration.ZERO);
    FakeStore.Asked asked = store.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.path()).isEqualTo("/prometheus/api/v1/push");
    assertThat(asked.body().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(BATCH);
    assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(asked.headers().getFirst("Content-Encoding")).isEqualTo("snappy");
    assertThat(asked.headers().getFirst("X-Prometheus-Remote-Write-Version")).isEqualTo("0.1.0");
    assertThat(asked.headers().getFirst("X-Scope-OrgID")).isEqualTo("team-a");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aBusyStoreIsAskedAgain(int status) throws Exception {
    store.reacting(says(status, "text/plain", ""), says(status, "text/plain", ""), TAKEN);
    send(Duration.ofMinutes(1));
    assertThat(store.asked()).hasSize(3);
  }

  @Test
  void aStoreIsLeftAloneForAsLongAsItWants() throws Exception {
    store.reacting(busy(429, "1"), TAKEN);
    long begin = System.nanoTime();
    send(Duration.ofMinutes(1));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(store.asked()).hasSize(2);
  }

  @Test
  void aStoreThatWantsToBeLeftAloneForTooLongIsNotWaitedFor() {
    store.reacting(busy(503, "3600"));
    assertThatThrownBy(() -> send(Duration.ofMinutes(1)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("/api/v1/push: status 503: too fast");
    assertThat(store.asked()).hasSize(1);
  }

  @Test
  void aStoreThatIsAlwaysBusyIsGivenUp() {
    store.reacting(says(500, "text/plain", "disk full"));
    assertThatThrownBy(() -> send(Duration.ofMillis(500)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("/api/v1/push: status 500: disk full");
    assertThat(store.asked()).hasSizeBetween(2, 5);
  }

  @Test
  void aRefusedBatchIsNotSentAgain() {
    store.reacting(says(400, "text/plain", "out of order sample\n"));
    assertThatThrownBy(() -> send(Duration.ofMinutes(1)))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("/api/v1/push: status 400: out of order sample");
    assertThat(store.asked()).hasSize(1);
  }

  @Test
  void aBatchThatMayHaveArrivedIsNotSentAgain() {
    store.reacting(HttpExchange::close);
    assertThatThrownBy(() -> send(Duration.ofMinutes(1)))
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith("POST /api/v1/push: the connection to 127.0.0.1:");
    assertThat(store.asked()).hasSize(1);
  }

  @Test
  void aStoreThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    Server nobody = Server.at(URI.create("http://127.0.0.1:" + port), new Credentials.None());
    try (Http http = Http.to(nobody)) {
      RemoteWrite write =
          new RemoteWrite(http, RemoteWrite.PROMETHEUS, Headers.NONE, Duration.ofMillis(200));
      assertThatThrownBy(() -> write.send(BATCH))
          .isInstanceOf(NoAnswer.class)
          .hasMessage("nobody answers at 127.0.0.1:" + port);
    }
  }
}
