package io.runboards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.runboards.http.Server.Patience;
import io.runboards.http.Unanswered.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Http promises: nothing twice, nothing elsewhere, nothing without bound. */
class HttpTest {
  private static final Credentials TOKEN = new Credentials.Token(new Secret("hush-hush"));
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(400), Duration.ofMillis(400));

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private HttpServer other;

  @BeforeEach
  void start() throws IOException {
    server = running();
    other = running();
    handle(other, exchange -> answer(exchange, 200, "{\"elsewhere\": true}"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    other.stop(0);
    threads.shutdownNow();
  }

  private HttpServer running() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer running = HttpServer.create(free, 0);
    running.setExecutor(threads);
    running.start();
    return running;
  }

  private void handle(HttpServer which, HttpHandler handler) {
    which.createContext(
        "/",
        exchange -> {
          asked.add(
              "%s %s as %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getRequestBody().readAllBytes();
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static URI url(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private Server described() {
    return Server.at(url(server), TOKEN);
  }

  private static Answer get(Server server) throws Unanswered {
    try (Http http = Http.to(server)) {
      return http.get("/path", Map.of());
    }
  }

  private static Unanswered unanswered(Server server) {
    return catchThrowableOfType(Unanswered.class, () -> get(server));
  }

  @Test
  void anAnswerIsItsStatusTypeAndBody() throws Exception {
    handle(
        server,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "Application/JSON; charset=UTF-8");
          exchange.getResponseHeaders().set("Retry-After", "7");
          answer(exchange, 429, "{\"ü\": 1}");
        });
    assertThat(get(described()))
        .isEqualTo(
            new Answer(429, "application/json", "{\"ü\": 1}", Optional.of(Duration.ofSeconds(7))));
  }

  @Test
  void whoeverAsksSaysSo() throws Exception {
    handle(server, exchange -> answer(exchange, 200, "{}"));
    get(described());
    get(Server.at(url(server), new Credentials.Basic("me", new Secret("pässword"))));
    get(Server.at(url(server), new Credentials.None()));
    assertThat(asked)
        .containsExactly(
            "GET /path as Bearer hush-hush",
            "GET /path as Basic bWU6cMOkc3N3b3Jk",
            "GET /path as null");
  }

  @Test
  void noRedirectIsFollowed() {
    handle(
        server,
        exchange -> {
          exchange.getResponseHeaders().set("Location", url(other) + "/login?ticket=secret");
          answer(exchange, 302, "");
        });
    Unanswered e = unanswered(described());
    assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(e)
        .hasMessage(
            "GET /path: the server sends us on to %s/login; is that its right address?"
                .formatted(url(other)));
    assertThat(asked).hasSize(1);
  }

  @Test
  void nothingIsSentTwiceEvenIfTheServerAsksForIt() throws Exception {
    handle(
        server,
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "0");
          answer(exchange, 503, "");
        });
    assertThat(get(described()).status()).isEqualTo(503);
    assertThat(asked).hasSize(1);
  }

  @Test
  void nothingIsSentTwiceIfTheConnectionBreaks() {
    handle(server, HttpExchange::close);
    Unanswered e = unanswered(described());
    assertThat(e.reason()).isEqualTo(Reason.LOST);
    assertThat(e).hasMessage("GET /path: the connection to %s broke", url(server).getAuthority());
    assertThat(asked).hasSize(1);
  }

  @Test
  void nothingIsSentTwiceIfAnOldConnectionTurnsOutToBeBroken() throws Exception {
    handle(server, exchange -> answer(exchange, 200, "{}"));
    try (Http http = Http.to(described())) {
      http.get("/first", Map.of());
      server.stop(0);
      Unanswered e =
          catchThrowableOfType(Unanswered.class, () -> http.post("/second", "{}", Map.of()));
      assertThat(e).isNotNull();
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void connectionsStayOpenForAllWhoAskAtTheSameTime() throws Exception {
    int many = 16;
    Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
    CyclicBarrier together = new CyclicBarrier(many);
    handle(
        server,
        exchange -> {
          connections.add(exchange.getRemoteAddress());
          meet(together);
          answer(exchange, 200, "{}");
        });
    try (Http http = Http.to(Server.at(url(server), TOKEN))) {
      Callable<Answer> question = () -> http.get("/path", Map.of());
      for (int round = 0; round < 5; round++) {
        for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(many, question))) {
          assertThat(answer.get().isGood()).isTrue();
        }
      }
    }
    assertThat(connections).hasSize(many);
  }

  private static void meet(CyclicBarrier place) {
    try {
      place.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noAnswerGrowsWithoutBound() {
    handle(server, exchange -> answer(exchange, 200, " ".repeat(1001)));
    Unanswered e = unanswered(described().readingAtMost(1000));
    assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(e).hasMessage("GET /path: the answer is larger than 1000 bytes");
  }

  @Test
  void anAnswerOfTheLargestSizeIsRead() throws Exception {
    handle(server, exchange -> answer(exchange, 200, " ".repeat(1000)));
    assertThat(get(described().readingAtMost(1000)).body()).hasSize(1000);
  }

  @Test
  void aSmallAnswerThatUnpacksToALargeOneIsNotReadToItsEnd() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    handle(
        server,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, packed.size());
          exchange.getResponseBody().write(packed.toByteArray());
        });
    assertThat(unanswered(described().readingAtMost(1 << 20)))
        .hasMessage("GET /path: the answer is larger than 1048576 bytes");
  }

  @Test
  void anAnswerThatTricklesIsNotWaitedFor() {
    handle(
        server,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          for (int i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause();
          }
        });
    long begin = System.nanoTime();
    Unanswered e = unanswered(described().waiting(SHORT));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(e.reason()).isEqualTo(Reason.LOST);
    assertThat(e).hasMessageStartingWith("GET /path: no whole answer from 127.0.0.1:");
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatIsSilentIsNotWaitedFor() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Unanswered e = unanswered(at(silent.getLocalPort()).waiting(SHORT));
      assertThat(e.reason()).isEqualTo(Reason.LOST);
    }
  }

  @Test
  void aRefusedConnectionHadNoEffect() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    Unanswered e = unanswered(at(port));
    assertThat(e.reason()).isEqualTo(Reason.NOT_CONNECTED);
    assertThat(e).hasMessage("nobody answers at 127.0.0.1:" + port);
  }

  @Test
  void aConnectionThatIsNotTakenHadNoEffect() throws Exception {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 8; i++) {
        Socket waiting = new Socket();
        queue.add(waiting);
        if (!connects(waiting, full.getLocalSocketAddress())) {
          break;
        }
      }
      Unanswered e = unanswered(at(full.getLocalPort()).waiting(SHORT));
      assertThat(e.reason()).isEqualTo(Reason.NOT_CONNECTED);
      assertThat(e).hasMessageStartingWith("no connection to 127.0.0.1:");
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  private static boolean connects(Socket socket, SocketAddress address) {
    try {
      socket.connect(address, 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aHostThatIsNotThereHadNoEffect() {
    Unanswered e =
        unanswered(Server.at(URI.create("http://nowhere.invalid"), new Credentials.None()));
    assertThat(e.reason()).isEqualTo(Reason.NOT_CONNECTED);
    assertThat(e).hasMessage("there is no host nowhere.invalid");
  }

  @Test
  void aProxyStandsBetween() throws Exception {
    Server far =
        Server.at(URI.create("http://grafana.invalid"), TOKEN)
            .behind(other.getAddress())
            .allowingPlainHttp();
    assertThat(get(far).status()).isEqualTo(200);
    assertThat(asked).containsExactly("GET http://grafana.invalid/path as Bearer hush-hush");
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws Exception {
    int port = other.getAddress().getPort();
    other.stop(0);
    Unanswered e =
        unanswered(
            Server.at(URI.create("http://grafana.invalid"), new Credentials.None())
                .behind(new InetSocketAddress("127.0.0.1", port)));
    assertThat(e).hasMessage("nobody answers at grafana.invalid by way of the proxy 127.0.0.1");
  }

  @Test
  void noProxyStandsBetweenThatNobodyAskedFor() throws Exception {
    handle(server, exchange -> answer(exchange, 200, "{}"));
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(ProxySelector.of(other.getAddress()));
    try {
      get(described());
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).containsExactly("GET /path as Bearer hush-hush");
  }

  @Test
  void socketsSendAtOnce() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    int port = server.getAddress().getPort();
    PromptSockets sockets = new PromptSockets();
    try (Socket open = sockets.createSocket();
        Socket named = sockets.createSocket("127.0.0.1", port);
        Socket numbered = sockets.createSocket(here, port);
        Socket namedFrom = sockets.createSocket("127.0.0.1", port, here, 0);
        Socket numberedFrom = sockets.createSocket(here, port, here, 0)) {
      for (Socket socket : List.of(open, named, numbered, namedFrom, numberedFrom)) {
        assertThat(socket.getTcpNoDelay()).isTrue();
      }
    }
  }

  private static Server at(int port) {
    return Server.at(URI.create("http://127.0.0.1:" + port), TOKEN);
  }
}
