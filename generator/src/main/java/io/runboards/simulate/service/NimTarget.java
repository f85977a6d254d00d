package io.runboards.simulate.service;

import io.runboards.catalog.Nim;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Target;

/** What a NIM server says of itself. */
final class NimTarget implements ServerTarget {
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
  private final Counter succeeded;
  private final Counter failed;

  NimTarget(Model model, String namespace, String pod, Target target) {
    this.target = target;
    Group group = target.always();
    String name = model.name();
    String[] labels = {name, namespace, pod};
    group.gauge(Nim.NUM_REQUEST_MAX, labels).set(model.slots());
    this.running = group.gauge(Nim.NUM_REQUESTS_RUNNING, labels);
    this.waiting = group.gauge(Nim.NUM_REQUESTS_WAITING, labels);
    this.cache = group.gauge(Nim.GPU_CACHE_USAGE_PERC, labels);
    this.wholeAnswer =
        new Latency(
            group.distribution(Nim.E2E_REQUEST_LATENCY_SECONDS, Buckets.WHOLE_ANSWER, labels));
    this.firstToken =
        new Latency(
            group.distribution(Nim.TIME_TO_FIRST_TOKEN_SECONDS, Buckets.FIRST_TOKEN, labels));
    this.eachToken =
        new Latency(
            group.distribution(Nim.TIME_PER_OUTPUT_TOKEN_SECONDS, Buckets.EACH_TOKEN, labels));
    this.read = group.counter(Nim.PROMPT_TOKENS_TOTAL, labels);
    this.written = group.counter(Nim.GENERATION_TOKENS_TOTAL, labels);
    this.stopped = group.counter(Nim.REQUEST_FINISH_TOTAL, name, namespace, pod, "stop");
    this.cut = group.counter(Nim.REQUEST_FINISH_TOTAL, name, namespace, pod, "length");
    this.aborted = group.counter(Nim.REQUEST_FINISH_TOTAL, name, namespace, pod, "abort");
    this.errors = group.counter(Nim.REQUEST_FINISH_TOTAL, name, namespace, pod, "error");
    this.succeeded = group.counter(Nim.REQUEST_SUCCESS_TOTAL, labels);
    this.failed = group.counter(Nim.REQUEST_FAILURE_TOTAL, labels);
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
    succeeded.add(replica.answered());
    failed.add(replica.aborted() + replica.errors());
  }
}
