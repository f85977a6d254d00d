package io.runboards.simulate.service;

import io.runboards.catalog.Vllm;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;

/** What a vLLM server says of itself. */
final class VllmTarget implements ServerTarget {
  private static final String ENGINE = "0";

  private final Target target;
  private final Gauge running;
  private final Gauge waiting;
  private final Gauge cache;
  private final Latency wholeAnswer;
  private final Latency firstToken;
  private final Latency eachToken;
  private final Counter read;
  private final Counter written;
  private final Counter stopped;
  private final Counter cut;
  private final Counter aborted;
  private final Counter errors;

  VllmTarget(String model, String namespace, String pod, Target target) {
    this.target = target;
    Group group = target.always();
    String[] labels = {model, ENGINE, namespace, pod};
    this.running = group.gauge(Vllm.NUM_REQUESTS_RUNNING, labels);
    this.waiting = group.gauge(Vllm.NUM_REQUESTS_WAITING, labels);
    this.cache = group.gauge(Vllm.KV_CACHE_USAGE_PERC, labels);
    this.wholeAnswer =
        new Latency(
            group.distribution(Vllm.E2E_REQUEST_LATENCY_SECONDS, Buckets.WHOLE_ANSWER, labels));
    this.firstToken =
        new Latency(
            group.distribution(Vllm.TIME_TO_FIRST_TOKEN_SECONDS, Buckets.FIRST_TOKEN, labels));
    this.eachToken =
        new Latency(
            group.distribution(
                Vllm.REQUEST_TIME_PER_OUTPUT_TOKEN_SECONDS, Buckets.EACH_TOKEN, labels));
    this.read = group.counter(Vllm.PROMPT_TOKENS_TOTAL, labels);
    this.written = group.counter(Vllm.GENERATION_TOKENS_TOTAL, labels);
    this.stopped = group.counter(Vllm.REQUEST_SUCCESS_TOTAL, model, ENGINE, namespace, pod, "stop");
    this.cut = group.counter(Vllm.REQUEST_SUCCESS_TOTAL, model, ENGINE, namespace, pod, "length");
    this.aborted =
        group.counter(Vllm.REQUEST_SUCCESS_TOTAL, model, ENGINE, namespace, pod, "abort");
    this.errors = group.counter(Vllm.REQUEST_SUCCESS_TOTAL, model, ENGINE, namespace, pod, "error");
  }

  @Override
  public void show(Replica replica) {
    target.reachable(replica.isUp());
    if (replica.hasStarted()) {
      target.restart();
    }
    running.set(Math.round(replica.running()));
    waiting.set(replica.waiting());
    cache.set(replica.cacheUse());
    wholeAnswer.took(replica.ended(), replica.wholeAnswer());
    firstToken.took(replica.begun(), replica.firstToken());
    eachToken.took(replica.begun(), replica.eachToken());
    read.add(replica.read());
    written.add(replica.written());
    stopped.add(replica.stopped());
    cut.add(replica.cut());
    aborted.add(replica.aborted());
    errors.add(replica.errors());
  }
}
