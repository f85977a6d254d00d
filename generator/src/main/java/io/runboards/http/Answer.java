package io.runboards.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status the status
 * @param type what the body says it is, such as {@code application/json}
 * @param body the body
 * @param retryAfter how long the server wants to be left alone; empty if it does not say
 */
public record Answer(int status, String type, String body, Optional<Duration> retryAfter) {
  public boolean isGood() {
    return status >= 200 && status < 300;
  }
}
