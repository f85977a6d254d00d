package io.runboards.deploy.grafana;

import io.runboards.deploy.Trouble;
import io.runboards.http.Answer;
import io.runboards.http.Http;
import io.runboards.http.Unanswered;
import io.runboards.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Grafana's API, asked on behalf of an organisation.
 *
 * @param http the server
 * @param headers what every request carries
 */
record Api(Http http, Map<String, String> headers) {
  private static final int LONGEST_MESSAGE = 300;
  private static final Set<String> LATE = Set.of("Conflict", "AlreadyExists");

  /** The organisation that somebody who may work in several of them means. */
  static final String ORGANISATION = "X-Grafana-Org-Id";

  static Api of(Http http, long organisation) {
    return new Api(http, Map.of(ORGANISATION, Long.toString(organisation)));
  }

  /** The organisation that the credentials belong to. */
  static Api of(Http http) {
    return new Api(http, Map.of());
  }

  /**
   * An answer.
   *
   * @param status its status
   * @param body its body
   */
  record Reply(int status, JsonValue body) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  Reply get(String path) throws Trouble {
    return send("GET", path, null);
  }

  Reply delete(String path) throws Trouble {
    return send("DELETE", path, null);
  }

  Reply delete(String path, JsonValue body) throws Trouble {
    return send("DELETE", path, body);
  }

  Reply post(String path, JsonValue body) throws Trouble {
    return send("POST", path, body);
  }

  Reply put(String path, JsonValue body) throws Trouble {
    return send("PUT", path, body);
  }

  Reply patch(String path, JsonValue body) throws Trouble {
    return send("PATCH", path, body);
  }

  /** A good answer, or what is wrong with it. */
  JsonValue good(Reply reply, String what) throws Trouble {
    if (reply.isGood()) {
      return reply.body();
    }
    throw refused(reply, what);
  }

  static Trouble refused(Reply reply, String what) {
    String said = what + ": " + said(reply);
    return switch (reply.status()) {
      case 401 -> new Trouble(Trouble.Kind.FINAL, said + "; are the credentials right?");
      case 409 -> new Trouble(isLate(reply) ? Trouble.Kind.CHANGED : Trouble.Kind.FINAL, said);
      case 412 ->
          new Trouble(isTitleTaken(reply) ? Trouble.Kind.FINAL : Trouble.Kind.CHANGED, said);
      default -> new Trouble(Trouble.Kind.FINAL, said);
    };
  }

  /** Grafana says with one status that a thing was changed, and that its title is taken. */
  private static boolean isTitleTaken(Reply reply) {
    return reply.body().textAt("status").startsWith("name-");
  }

  /** The resource API says so if a thing was made or changed meanwhile. */
  private static boolean isLate(Reply reply) {
    return LATE.contains(reply.body().textAt("reason"));
  }

  private static String said(Reply reply) {
    String message = reply.body().textAt("message");
    String text = message.isEmpty() ? "status " + reply.status() : message;
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
  }

  private Reply send(String method, String path, JsonValue body) throws Trouble {
    String what = method + " " + path.replaceFirst("\\?.*", "");
    try {
      Answer answer = http.send(method, path, body == null ? null : body.line(), headers);
      if (answer.status() == 429 || answer.status() >= 500) {
        throw new Trouble(
            Trouble.Kind.PASSING, what + ": " + said(busy(answer)), answer.retryAfter());
      }
      return new Reply(answer.status(), body(answer, what));
    } catch (Unanswered e) {
      throw new Trouble(
          switch (e.reason()) {
            case UNREADABLE, UNTRUSTED -> Trouble.Kind.FINAL;
            case NOT_CONNECTED, LOST -> Trouble.Kind.PASSING;
          },
          e.getMessage());
    }
  }

  private static Reply busy(Answer answer) {
    try {
      return new Reply(answer.status(), JsonValue.parse(answer.body()));
    } catch (JsonValue.Malformed e) {
      return new Reply(answer.status(), JsonValue.EMPTY);
    }
  }

  private static JsonValue body(Answer answer, String what) throws Trouble {
    if (answer.body().isBlank()) {
      return JsonValue.EMPTY;
    }
    try {
      return JsonValue.parse(answer.body());
    } catch (JsonValue.Malformed e) {
      String found = answer.type().contains("html") ? "a page for people" : "no JSON";
      throw new Trouble(
          Trouble.Kind.FINAL,
          "%s: status %s with %s; is this really the address of a Grafana?"
              .formatted(what, answer.status(), found));
    }
  }

  /** A text as a part of a path or a parameter. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
