package io.runboards.standin;

import com.sun.net.httpserver.HttpExchange;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Malformed;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request as it came.
 *
 * @param path the parts of its path
 * @param body its body; empty if that is no JSON
 */
record Request(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    Optional<JsonValue> body,
    String authorization,
    String organisation) {

  static Request of(HttpExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        Stream.of(exchange.getRequestURI().getRawPath().split("/"))
            .filter(part -> !part.isEmpty())
            .map(Request::decoded)
            .toList(),
        query(exchange.getRequestURI().getRawQuery()),
        body(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)),
        header(exchange, "Authorization"),
        header(exchange, "X-Grafana-Org-Id"));
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  private static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (text != null) {
      for (String parameter : text.split("&")) {
        String[] parts = parameter.split("=", 2);
        query
            .computeIfAbsent(decoded(parts[0]), it -> new ArrayList<>())
            .add(parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Optional<JsonValue> body(String text) {
    try {
      return Optional.of(text.isBlank() ? JsonValue.EMPTY : JsonValue.parse(text));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** What tells a request from others, however often it is sent. */
  String name() {
    JsonValue sent = body.orElse(JsonValue.EMPTY);
    return method
        + " "
        + String.join("/", path)
        + " "
        + query
        + sent.at("dashboard").textAt("uid")
        + sent.textAt("uid")
        + sent.at("metadata").textAt("name");
  }

  boolean isBelow(String prefix) {
    return (String.join("/", path) + "/").startsWith(prefix + "/");
  }

  /** The call for a resource with this path. */
  Call call(String resource, Asker asker) {
    int parts = resource.split("/").length;
    return new Call(
        method, path.subList(parts, path.size()), query, body.orElse(JsonValue.EMPTY), asker);
  }
}
