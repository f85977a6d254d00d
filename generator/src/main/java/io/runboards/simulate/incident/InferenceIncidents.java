package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** Model servers that are slow, full, wrong or gone. */
final class InferenceIncidents {
  private static final Incident LATENCY_SPIKE =
      new Incident(
          "inference-latency-spike",
          "Answers come late",
          "The GPUs under llama-3-70b are slowed down by somebody else's work. Every answer takes"
              + " six times as long, although none fails.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().models().llama().slowDown(6));

  private static final Incident QUEUE_FULL =
      new Incident(
          "inference-queue-full",
          "More requests than servers can answer",
          "A program asks mistral-7b again and again without a pause. The queues grow until clients"
              + " give up and hang up.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().models().mistral().overload(1.4));

  private static final Incident EMBEDDINGS_FULL =
      new Incident(
          "embeddings-backlog",
          "All documents are read anew",
          "Somebody lets all documents be turned into vectors again, at noon instead of at night."
              + " Requests for embeddings-e5 wait in long queues.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().models().embeddings().overload(1.3));

  private static final Incident KV_CACHE_FULL =
      new Incident(
          "kv-cache-full",
          "Prompts that fill the cache",
          "A new program sends whole books to llama-3-70b. Each fills the cache of a server, and"
              + " everybody else waits.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().models().llama().longerPrompts(20));

  private static final Incident ERROR_BURST =
      new Incident(
          "inference-error-burst",
          "Every third request fails",
          "A server library on the hosts of mistral-7b was replaced while it was in use. Every third"
              + " request ends with an error until somebody takes the change back.",
          Duration.ofMinutes(75),
          (platform, seconds) -> platform.services().models().mistral().fail(0.35));

  private static final Incident BAD_VERSION =
      new Incident(
          "inference-bad-version",
          "A version that half works",
          "A new version of llama-3-70b breaks off every second answer. Nobody takes it back for"
              + " hours, and the error budget of the month is gone.",
          Duration.ofHours(6),
          (platform, seconds) -> platform.services().models().llama().fail(0.5));

  private static final Incident SERVER_DOWN =
      new Incident(
          "model-server-down",
          "No server of a model is left",
          "All servers of mistral-7b are stopped by a mistake in its settings. The gateway finds"
              + " nobody who answers.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().models().mistral().goDown());

  static final List<Incident> ALL =
      List.of(
          LATENCY_SPIKE,
          QUEUE_FULL,
          EMBEDDINGS_FULL,
          KV_CACHE_FULL,
          ERROR_BURST,
          BAD_VERSION,
          SERVER_DOWN);

  private InferenceIncidents() {}
}
