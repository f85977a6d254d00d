package io.runboards.verify.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A store that says what a test tells it to say, and remembers what it was asked. */
final class FakeStore implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Deque<Reaction> reactions = new ConcurrentLinkedDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What was asked; the headers are lists of one as they were sent. */
  record Asked(String method, String path, String body, com.sun.net.httpserver.Headers headers) {}

  /** How the store answers. */
  @FunctionalInterface
  interface Reaction {
    void to(HttpExchange exchange) throws IOException;
  }

  FakeStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::react);
    server.start();
  }

  /** Answers so, one reaction after the other; the last one stays. */
  FakeStore reacting(Reaction... all) {
    reactions.addAll(List.of(all));
    return this;
  }

  static Reaction says(int status, String type, String text) {
    return exchange -> {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static Reaction json(String text) {
    return says(200, "application/json", text);
  }

  private void react(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            body,
            exchange.getRequestHeaders()));
    try (exchange) {
      (reactions.size() > 1 ? reactions.remove() : reactions.element()).to(exchange);
    }
  }

  List<Asked> asked() {
    return asked;
  }

  Http http(UnaryOperator<Server> changes) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prometheus");
    return Http.to(changes.apply(Server.at(url, new Credentials.None())));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
