package io.runboards.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends answers, with whatever goes wrong. */
final class Damage {
  private static final String JSON = "application/json";

  private Damage() {}

  static void send(HttpExchange exchange, Fault fault, Reply reply)
      throws IOException, InterruptedException {
    switch (fault) {
      case Fault.None none -> whole(exchange, reply.status(), JSON, reply.body().line());
      case Fault.Slow(Duration by) -> {
        Thread.sleep(by);
        whole(exchange, reply.status(), JSON, reply.body().line());
      }
      case Fault.Meanwhile(Runnable deed) -> {
        deed.run();
        whole(exchange, reply.status(), JSON, reply.body().line());
      }
      case Fault.Busy(int seconds) -> {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
        whole(exchange, 429, JSON, "{\"message\":\"Too many requests\"}");
      }
      case Fault.Locked locked ->
          whole(exchange, 500, JSON, "{\"message\":\"database is locked\",\"traceID\":\"\"}");
      case Fault.BadGateway gateway ->
          whole(exchange, 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
      case Fault.Expired expired ->
          whole(
              exchange,
              410,
              JSON,
              KindObjects.failure(
                      410,
                      "Expired",
                      "The provided continue parameter is too old to display a consistent list"
                          + " result.")
                  .body()
                  .line());
      case Fault.CutBefore cut -> exchange.close();
      case Fault.CutAfter cut -> exchange.close();
      case Fault.Trickle(Duration each) -> trickle(exchange, reply, each);
      case Fault.Huge(long bytes) -> huge(exchange, bytes);
      case Fault.NotJson half ->
          whole(exchange, reply.status(), JSON, "{\"half\": [" + "1, ".repeat(3));
      case Fault.Deep(int levels) -> whole(exchange, 200, JSON, "[".repeat(levels));
      case Fault.Redirect(URI to) -> {
        exchange.getResponseHeaders().set("Location", to.toString());
        whole(exchange, 302, "text/html", "<a href=\"elsewhere\">Found</a>");
      }
    }
  }

  private static void whole(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void trickle(HttpExchange exchange, Reply reply, Duration each)
      throws IOException, InterruptedException {
    byte[] body = reply.body().line().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(reply.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      for (byte one : body) {
        out.write(one);
        out.flush();
        Thread.sleep(each);
      }
    }
  }

  private static void huge(HttpExchange exchange, long bytes) throws IOException {
    byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(200, bytes);
    try (OutputStream out = exchange.getResponseBody()) {
      for (long left = bytes; left > 0; left -= piece.length) {
        out.write(piece, 0, (int) Math.min(left, piece.length));
      }
    }
  }
}
