package io.runboards.verify.store;

import io.runboards.simulate.Scenario;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.scrape.Series;
import io.runboards.simulate.write.History;
import io.runboards.simulate.write.WriteRequests;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.PrometheusApi;
import io.runboards.verify.prometheus.RemoteWrite;
import io.runboards.verify.prometheus.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A store that is loaded with samples and then asked. Threads may share one. */
public final class Store {
  private final PrometheusApi api;
  private final Optional<RemoteWrite> writer;
  private final AtomicLong loaded = new AtomicLong();

  public Store(PrometheusApi api, RemoteWrite writer) {
    this(api, Optional.of(writer));
  }

  private Store(PrometheusApi api, Optional<RemoteWrite> writer) {
    this.api = api;
    this.writer = writer;
  }

  /** A store of somebody else, which is only asked. */
  public static Store readOnly(PrometheusApi api) {
    return new Store(api, Optional.empty());
  }

  public PrometheusApi api() {
    return api;
  }

  /** How many samples it was given. */
  public long loaded() {
    return loaded.get();
  }

  /** Gives it all that a simulation shows, from its first moment to another one. */
  public void load(Scenario scenario, Instant until) {
    Simulation simulation = Simulation.of(scenario);
    try (Sending sending = new Sending(this::send);
        WriteRequests requests = new WriteRequests(sending)) {
      Samples counted = counted(requests);
      while (simulation.now().second() <= until.getEpochSecond()) {
        requests.at(simulation.now().second());
        simulation.scrape(counted);
        simulation.advance();
      }
    }
  }

  private Samples counted(Samples samples) {
    return new Samples() {
      @Override
      public void sample(Series series) {
        loaded.incrementAndGet();
        samples.sample(series);
      }

      @Override
      public void gone(Series series) {
        samples.gone(series);
      }
    };
  }

  /** Gives it whole series. */
  public void load(List<Past> all) {
    try (History history = new History(this::send)) {
      for (Past past : all) {
        history.add(past.name(), past.tags(), past.curve().times(), past.curve().values());
        loaded.addAndGet(past.curve().size());
      }
    }
  }

  private void send(byte[] batch) {
    try {
      writer
          .orElseThrow(() -> new IllegalStateException("nothing is written to this store"))
          .send(batch);
    } catch (NoAnswer e) {
      throw new StoreFailed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed(e);
    }
  }

  /** What a query is worth over a stretch of time. */
  public Result range(String promql, Stretch over, Duration step) {
    try {
      return api.range(promql, over.from(), over.until(), step);
    } catch (NoAnswer e) {
      throw new StoreFailed(e);
    }
  }

  /** What a query is worth at a moment. */
  public Result query(String promql, Instant at) {
    try {
      return api.query(promql, at);
    } catch (NoAnswer e) {
      throw new StoreFailed(e);
    }
  }
}
