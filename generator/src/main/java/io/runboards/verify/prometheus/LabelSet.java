package io.runboards.verify.prometheus;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The labels of one series, the name of its metric among them.
 *
 * @param values the value of each label, by its name
 */
public record LabelSet(SortedMap<String, String> values) implements Comparable<LabelSet> {
  private static final String NAME = "__name__";

  public LabelSet {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static LabelSet of(Map<String, String> values) {
    return new LabelSet(new TreeMap<>(values));
  }

  /** The value of a label; a label that is not there is an empty one. */
  public String value(String label) {
    return values.getOrDefault(label, "");
  }

  /** The name of the metric; empty for what was computed. */
  public String metric() {
    return value(NAME);
  }

  /** The same labels without the metric's name. */
  public LabelSet withoutMetric() {
    SortedMap<String, String> rest = new TreeMap<>(values);
    rest.remove(NAME);
    return new LabelSet(rest);
  }

  @Override
  public int compareTo(LabelSet other) {
    return toString().compareTo(other.toString());
  }

  /** As Prometheus writes it: {@code up{job="node"}}. */
  @Override
  public String toString() {
    String labels =
        withoutMetric().values.entrySet().stream()
            .map(it -> it.getKey() + "=\"" + escaped(it.getValue()) + "\"")
            .collect(Collectors.joining(", ", "{", "}"));
    return metric().isEmpty() || !labels.equals("{}") ? metric() + labels : metric();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
