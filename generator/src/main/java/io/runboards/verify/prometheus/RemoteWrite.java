package io.runboards.verify.prometheus;

import io.runboards.http.Answer;
import io.runboards.http.Body;
import io.runboards.http.Http;
import io.runboards.http.Unanswered;
import io.runboards.http.Unanswered.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Gives samples to a store, by Prometheus' remote-write protocol, version 1.
 *
 * <p>Batches that are sent one after the other arrive in order. A store that is busy, or not there
 * yet, is given time. A batch of which nobody knows whether it arrived is not sent again: a store
 * that has it would take it for samples out of order.
 *
 * @param http the store
 * @param path where it takes samples: {@link #PROMETHEUS} or {@link #MIMIR}
 * @param headers what every request carries, such as the tenant
 * @param patience how long a busy store is given for one batch
 */
public record RemoteWrite(Http http, String path, Headers headers, Duration patience) {
  public static final String PROMETHEUS = "/api/v1/write";
  public static final String MIMIR = "/api/v1/push";

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  public RemoteWrite {
    headers =
        headers
            .with("Content-Encoding", "snappy")
            .with("X-Prometheus-Remote-Write-Version", "0.1.0");
  }

  /**
   * Sends one batch and waits until the store has it.
   *
   * @param batch a {@code prometheus.WriteRequest}, packed by Snappy in its block form
   */
  public void send(byte[] batch) throws NoAnswer, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Attempt attempt = attempt(batch);
      if (attempt.trouble().isEmpty()) {
        return;
      }
      Duration wanted = attempt.pause().orElse(pause);
      if (!attempt.passing() || System.nanoTime() + wanted.toNanos() > end) {
        throw new NoAnswer(attempt.trouble().get());
      }
      Thread.sleep(wanted);
      pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
    }
  }

  /** How one request went: what was wrong, whether that passes, and how long the store asks for. */
  private record Attempt(Optional<String> trouble, boolean passing, Optional<Duration> pause) {}

  private Attempt attempt(byte[] batch) {
    try {
      Answer answer = http.post(path, new Body("application/x-protobuf", batch), headers.values());
      if (answer.isGood()) {
        return new Attempt(Optional.empty(), false, Optional.empty());
      }
      String said = PrometheusApi.shortened(answer.body().strip());
      return new Attempt(
          Optional.of("%s: status %s: %s".formatted(path, answer.status(), said)),
          answer.status() == 429 || answer.status() >= 500,
          answer.retryAfter());
    } catch (Unanswered e) {
      return new Attempt(
          Optional.of(e.getMessage()), e.reason() == Reason.NOT_CONNECTED, Optional.empty());
    }
  }
}
