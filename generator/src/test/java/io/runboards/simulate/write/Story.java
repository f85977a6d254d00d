package io.runboards.simulate.write;

import io.runboards.catalog.Metric;
import io.runboards.catalog.PrometheusServer;
import io.runboards.catalog.Vllm;
import io.runboards.simulate.scrape.Counter;
import io.runboards.simulate.scrape.Distribution;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Noise;
import java.util.ArrayList;
import java.util.List;

/** Targets of a test with all that is odd: characters, numbers, series that go and come again. */
final class Story {
  static final long START = 1_763_000_000;
  static final int STEP = 30;

  /** The step in which the series of the first pod is gone. */
  static final int FIRST_END = 3;

  private static final Metric SHARDS = PrometheusServer.REMOTE_STORAGE_SHARDS;
  private static final double[] ODD = {
    0, -0.0, 1, -1, 0.1, -2.5, 1.0 / 3, 1e15, 1e300, 4.9e-324, 1e-7, 99.999, Math.PI, 123456789.125
  };

  private final Noise noise;
  private final Targets targets = new Targets(List.of(new Tag("tenant", "Köln \"a\\b\"\nend")));
  private final Target server = targets.add("prometheus", "10.0.0.1:9090");
  private final List<Gauge> gauges = new ArrayList<>();
  private final Counter requests;
  private final Distribution latency;
  private Group pod = server.group();
  private Gauge ofPod;

  Story(long seed, int many) {
    noise = new Noise(seed);
    for (int i = 0; i < many; i++) {
      gauges.add(server.always().gauge(SHARDS, "remote " + i, "http://store.example/push?a=b,c"));
    }
    Target model = targets.add("vllm", "10.0.0.2:8000");
    requests = model.always().counter(Vllm.PROMPT_TOKENS_TOTAL, "llama", "0", "team-a", "r-1");
    latency =
        model
            .always()
            .distribution(
                Vllm.E2E_REQUEST_LATENCY_SECONDS,
                new double[] {0.5, 1, 2.5},
                "llama",
                "0",
                "team-a",
                "r-1");
    ofPod = pod(0);
  }

  private Gauge pod(int number) {
    return pod.gauge(SHARDS, "pod " + number, "none");
  }

  /** Tells so many moments of the story, from one on. */
  void tell(int first, int count, Journal journal) {
    for (int step = first; step < first + count; step++) {
      journal.at(START + (long) step * STEP);
      advance(step);
      targets.scrape(journal);
    }
  }

  private void advance(int step) {
    for (int i = 0; i < gauges.size(); i++) {
      double value = noise.of(i).at(step);
      gauges.get(i).set(i < ODD.length ? ODD[(i + step) % ODD.length] : value * 1_000);
    }
    requests.add(noise.among(1_000, step));
    latency.observeAround(1, noise.among(10, step));
    if (step % 7 == FIRST_END) {
      pod.end();
      pod = server.group();
      ofPod = pod(step);
    }
    ofPod.set(step);
    if (step % 11 == 5) {
      gauges.getFirst().hide();
    }
  }
}
