package io.runboards.verify.report.html;

import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.proof.QueryProof;
import io.runboards.verify.trial.LegendText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A series with the name under which it is shown.
 *
 * @param name its name
 * @param curve the series
 */
record Drawn(String name, Curve curve) {

  /** The series of a query: by its legend, else by the labels in which they differ. */
  static List<Drawn> of(QueryProof query) {
    List<Drawn> drawn = new ArrayList<>();
    Set<String> different = different(query.curves());
    for (Curve curve : query.curves()) {
      String name =
          query.legend().isEmpty()
              ? named(curve, different)
              : LegendText.of(query.legend(), curve.labels());
      drawn.add(new Drawn(name.isBlank() ? "query " + query.ref() : name, curve));
    }
    return drawn;
  }

  private static Set<String> different(List<Curve> curves) {
    Set<String> different = new TreeSet<>();
    curves.forEach(curve -> different.addAll(curve.labels().values().keySet()));
    if (curves.size() > 1) {
      different.removeIf(label ->
          curves.stream().map(curve -> curve.labels().value(label)).distinct().count() == 1);
    }
    return different;
  }

  private static String named(Curve curve, Set<String> labels) {
    return curve.labels().values().entrySet().stream()
        .filter(label -> labels.contains(label.getKey()))
        .map(Drawn::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(Map.Entry<String, String> label) {
    return label.getKey() + "=" + label.getValue();
  }

  /** The newest value; not a number if there is none. */
  double last() {
    return curve.size() == 0 ? Double.NaN : curve.values()[curve.size() - 1];
  }

  boolean isOneValue() {
    return curve.size() == 1;
  }

  boolean isOverTime() {
    return curve.size() > 1;
  }
}
