package io.runboards.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * Errors and events that grow by whole numbers, with a known ratio within each window.
 *
 * <p>Where a window begins there is no value: whether the first moment of a window belongs to it
 * depends on the version of Prometheus.
 *
 * @param steps how many values follow the first
 * @param step the time from one to the next
 * @param gaps the steps without a value
 */
record Growing(long steps, Length step, List<Long> gaps) {

  /** Long enough for all of these windows. */
  static Growing over(List<Length> windows, Length step) {
    long steps = windows.stream().mapToLong(window -> in(window, step)).max().orElse(0) + 1;
    List<Long> gaps =
        windows.stream()
            .filter(window -> window.seconds() % step.seconds() == 0)
            .map(window -> steps - in(window, step))
            .filter(gap -> gap < steps - 1)
            .sorted()
            .toList();
    return new Growing(steps, step, gaps);
  }

  private static long in(Length window, Length step) {
    return (window.seconds() + step.seconds() - 1) / step.seconds();
  }

  Length end() {
    return step.times(steps);
  }

  /** The ratio of all errors to all events of a window that ends with the last value. */
  double ratio(Length window) {
    long first = steps - in(window, step) + 1;
    return (double) sum(first, Growing::errors) / sum(first, Growing::events);
  }

  private long sum(long first, LongUnaryOperator value) {
    return LongStream.rangeClosed(first, steps).filter(at -> !gaps.contains(at)).map(value).sum();
  }

  private static long errors(long at) {
    return at;
  }

  private static long events(long at) {
    return 1000 + 10 * at;
  }

  /** What the rules of an objective would have counted. */
  List<Given> given(List<LabelValue> labels) {
    return List.of(
        new Given(ObjectiveMetrics.ERRORS, labels, values(Growing::errors)),
        new Given(ObjectiveMetrics.EVENTS, labels, values(Growing::events)));
  }

  private String values(LongUnaryOperator value) {
    List<String> runs = new ArrayList<>();
    long first = 0;
    for (long gap : gaps) {
      if (first < gap) {
        runs.add(run(first, gap - 1, value));
      }
      runs.add("_");
      first = gap + 1;
    }
    runs.add(run(first, steps, value));
    return String.join(" ", runs);
  }

  private static String run(long first, long last, LongUnaryOperator value) {
    long start = value.applyAsLong(first);
    return first == last
        ? Long.toString(start)
        : start + "+" + (value.applyAsLong(first + 1) - start) + "x" + (last - first);
  }
}
