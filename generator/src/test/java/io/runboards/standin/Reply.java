package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.Optional;

/**
 * An answer.
 *
 * @param status its status
 * @param body its body
 * @param wrote what was created, changed or deleted; empty if nothing was
 */
record Reply(int status, JsonValue body, Optional<String> wrote) {
  static Reply good(JsonValue body) {
    return new Reply(200, body, Optional.empty());
  }

  /** Older parts of Grafana refuse so. */
  static Reply refused(int status, String message) {
    return new Reply(status, JsonValue.EMPTY.with("message", message), Optional.empty());
  }

  /** Refusals with a word for programs. */
  static Reply refused(int status, String word, String message) {
    Fields body = JsonValue.EMPTY.with("message", message).with("status", word);
    return new Reply(status, body, Optional.empty());
  }

  /** Newer parts of Grafana refuse so. */
  static Reply refusedTraced(int status, String message) {
    Fields body = JsonValue.EMPTY.with("message", message).with("traceID", "");
    return new Reply(status, body, Optional.empty());
  }

  static Reply notFound() {
    return refused(404, "Not found");
  }

  Reply writing(String what) {
    return new Reply(status, body, Optional.of(what));
  }

  Reply withStatus(int other) {
    return new Reply(other, body, wrote);
  }

  boolean isGood() {
    return status < 300;
  }
}
