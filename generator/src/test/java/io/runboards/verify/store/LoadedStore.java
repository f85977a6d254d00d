package io.runboards.verify.store;

import io.runboards.build.External;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NotStarted;
import io.runboards.verify.prometheus.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real Prometheus with a few series, which a test writes down as promtool's tests do. */
public final class LoadedStore implements AutoCloseable {
  /** When all series begin: a whole day, so that all evaluations can begin then, too. */
  public static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LocalPrometheus prometheus;
  private final Store store;

  private LoadedStore(LocalPrometheus prometheus) {
    this.prometheus = prometheus;
    this.store = new Store(prometheus.api(), prometheus.write());
  }

  public static LoadedStore below(Path folder)
      throws IOException, NotStarted, InterruptedException {
    Setup setup = Setup.idle(External.server("prometheus")).below(folder);
    return new LoadedStore(LocalPrometheus.start(setup));
  }

  /**
   * Adds a series with a sample each minute.
   *
   * @param name the series, such as {@code up{job="node"}}
   * @param values a word for each minute: a number, or {@code _} for none; {@code 5x3} and {@code
   *     0+2x3} stand for four
   */
  public LoadedStore with(String name, String values) {
    Map<Integer, Double> samples = new TreeMap<>();
    int minute = 0;
    for (String word : values.strip().split("\\s+")) {
      String[] run = word.split("x");
      String[] growing = run[0].split("\\+");
      int more = run.length == 1 ? 0 : Integer.parseInt(run[1]);
      for (int i = 0; i <= more; i++, minute++) {
        if (!word.startsWith("_")) {
          double step = growing.length == 1 ? 0 : Double.parseDouble(growing[1]);
          samples.put(minute, Double.parseDouble(growing[0]) + i * step);
        }
      }
    }
    Curve curve =
        new Curve(
            labels(name),
            samples.keySet().stream().mapToLong(it -> at(it).toEpochMilli()).toArray(),
            samples.values().stream().mapToDouble(it -> it).toArray(),
            0);
    store.load(List.of(new Past(curve.labels().metric(), curve.labels(), curve)));
    return this;
  }

  private static LabelSet labels(String name) {
    try {
      VectorSelector selector = (VectorSelector) Promql.parse(name);
      Map<String, String> labels =
          selector.matchers().stream()
              .collect(Collectors.toMap(it -> it.label().value(), it -> it.value().value()));
      if (!selector.name().isEmpty()) {
        labels.put("__name__", selector.name().value());
      }
      return LabelSet.of(labels);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  public Store store() {
    return store;
  }

  /** The moment so many minutes after the beginning. */
  public static Instant at(int minute) {
    return START.plus(MINUTE.multipliedBy(minute));
  }

  /** From one minute after the beginning to another. */
  public static Stretch minutes(int from, int until) {
    return new Stretch(at(from), at(until));
  }

  /** A curve with values at some minutes. */
  public static Curve curve(String labels, int[] minutes, double... values) {
    return new Curve(
        labels(labels),
        IntStream.of(minutes).mapToLong(it -> at(it).toEpochMilli()).toArray(),
        values,
        0);
  }

  @Override
  public void close() {
    prometheus.close();
  }
}
