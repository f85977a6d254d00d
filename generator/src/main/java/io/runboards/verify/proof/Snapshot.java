package io.runboards.verify.proof;

import io.runboards.verify.prometheus.Curve;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run showed, a line for each query, rule and alert that fired. It is kept beside the code:
 * who changes the meaning of a query changes a line, and a reviewer sees it.
 *
 * @param lines what was shown, by what showed it
 */
public record Snapshot(SequencedMap<String, String> lines) {
  private static final MathContext ROUGHLY = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final String COLON = ": ";

  public Snapshot {
    lines = new LinkedHashMap<>(lines);
  }

  /** Everything that a run showed. */
  public static Snapshot of(Proof proof) {
    Snapshot all = new Snapshot(new LinkedHashMap<>());
    proof.dashboards().stream().map(Snapshot::of).forEach(some -> all.lines.putAll(some.lines));
    proof.rules().forEach(rule -> all.lines.put(rule.name(), words(rule.measured())));
    for (IncidentProof incident : proof.incidents()) {
      for (IncidentProof.Fired fired : incident.alerts()) {
        all.lines.put(fired.alert() + " because of " + incident.name(), words(fired));
      }
    }
    return all;
  }

  /** What a dashboard showed, and what was chosen there. */
  public static Snapshot of(DashboardProof dashboard) {
    SequencedMap<String, String> lines = new LinkedHashMap<>();
    dashboard
        .choices()
        .forEach(it -> lines.put(dashboard.uid() + " $" + it.variable(), it.value()));
    for (PanelProof panel : dashboard.panels()) {
      for (QueryProof query : panel.queries()) {
        String name = "%s \"%s\" %s".formatted(dashboard.uid(), panel.title(), query.ref());
        lines.merge(name, words(query), (one, other) -> one + "; " + other);
      }
    }
    return new Snapshot(lines);
  }

  /** What an alert did. */
  public static String words(IncidentProof.Fired fired) {
    return "%s after %s, %s series"
        .formatted(fired.severity(), minutes(fired.after()), fired.series());
  }

  private static String minutes(Duration time) {
    return time.toMinutes() + "m";
  }

  private static String words(QueryProof query) {
    String labels =
        query.curves().stream()
            .map(Curve::labels)
            .flatMap(it -> it.values().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
    return words(query.measured())
        + (labels.isEmpty() ? "" : " by " + labels)
        + " in "
        + query.unit();
  }

  private static String words(Measured measured) {
    return measured.series() == 0
        ? "nothing"
        : "%s series from %s to %s"
            .formatted(measured.series(), roughly(measured.least()), roughly(measured.most()));
  }

  private static String roughly(OptionalDouble value) {
    return value.isEmpty()
        ? "nothing"
        : Double.isFinite(value.getAsDouble())
            ? new BigDecimal(value.getAsDouble()).round(ROUGHLY).toPlainString()
            : Double.toString(value.getAsDouble());
  }

  /** One line for each, in the order of the run. */
  public String text() {
    return lines.entrySet().stream()
        .map(line -> line.getKey() + COLON + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** Reads what {@link #text} wrote. */
  public static Snapshot read(String text) {
    return new Snapshot(
        text.lines()
            .filter(line -> line.contains(COLON))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.lastIndexOf(COLON)),
                    line -> line.substring(line.lastIndexOf(COLON) + COLON.length()),
                    (one, other) -> other,
                    LinkedHashMap::new)));
  }

  /** What is not as it was, a line for each. */
  public List<String> differences(Snapshot before) {
    List<String> all = new ArrayList<>();
    Stream.concat(before.lines.keySet().stream(), lines.keySet().stream())
        .distinct()
        .forEach(name -> {
          String was = before.lines.getOrDefault(name, "not there");
          String is = lines.getOrDefault(name, "not there");
          if (!was.equals(is)) {
            all.add(name + COLON + "it was " + was + ", and is " + is);
          }
        });
    return all;
  }
}
