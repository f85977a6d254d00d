package io.runboards.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known about one metric.
 *
 * <p>The name of a histogram is its base name; {@link #series()} lists the three names that can be
 * queried.
 *
 * @param name its name in queries
 * @param kind what its numbers are
 * @param unit the unit of its values
 * @param range the values it can have
 * @param labels its documented labels, in documented order; real series carry more
 * @param identities label sets, each of which alone tells one series of a source from the others
 * @param sometimes labels that a series may lack, because its source leaves them out when empty
 * @param about what one reads about it
 * @param history the versions that have it
 * @param api the same measurement in the vendor's API
 */
public record Metric(
    String name,
    Kind kind,
    Unit unit,
    ValueRange range,
    List<Label> labels,
    List<List<Label>> identities,
    List<Label> sometimes,
    About about,
    History history,
    Optional<ApiMetric> api) {

  public Metric {
    labels = List.copyOf(labels);
    identities = identities.stream().map(List::copyOf).toList();
    sometimes = List.copyOf(sometimes);
    for (List<Label> identity : identities) {
      if (!labels.containsAll(identity)) {
        throw new IllegalArgumentException(
            name + " cannot be identified by " + identity + ": it has " + labels);
      }
    }
  }

  public static Metric gauge(String name, Unit unit, Label... labels) {
    return of(name, Kind.GAUGE, unit, labels);
  }

  public static Metric counter(String name, Unit unit, Label... labels) {
    return of(name, Kind.COUNTER, unit, labels);
  }

  public static Metric histogram(String name, Unit unit, Label... labels) {
    return of(name, Kind.HISTOGRAM, unit, labels);
  }

  public static Metric info(String name, Label... labels) {
    return of(name, Kind.INFO, Unit.INFO, labels);
  }

  public static Metric code(String name, Label... labels) {
    return of(name, Kind.CODE, Unit.CODE, labels);
  }

  private static Metric of(String name, Kind kind, Unit unit, Label... labels) {
    List<Label> all = List.of(labels);
    return new Metric(
        name,
        kind,
        unit,
        ValueRange.of(unit),
        all,
        List.of(all),
        List.of(),
        About.NOTHING,
        History.NONE,
        Optional.empty());
  }

  private Metric with(About changed) {
    return new Metric(
        name, kind, unit, range, labels, identities, sometimes, changed, history, api);
  }

  private Metric with(History changed) {
    return new Metric(name, kind, unit, range, labels, identities, sometimes, about, changed, api);
  }

  public Metric help(String text) {
    return with(about.withHelp(text));
  }

  /** The unit as the source's documentation words it. */
  public Metric measuredIn(String words) {
    return with(about.measuredIn(words));
  }

  /** The metric must be switched on, or its hardware be there. */
  public Metric needs(String what) {
    return with(about.needing(what));
  }

  public Metric note(String text) {
    return with(about.withNote(text));
  }

  public Metric between(double min, double max) {
    ValueRange between = new ValueRange(min, max);
    return new Metric(
        name, kind, unit, between, labels, identities, sometimes, about, history, api);
  }

  /** A label set that alone identifies a series. The first call replaces "all labels together". */
  public Metric identifiedBy(Label... key) {
    List<List<Label>> keys = new ArrayList<>(identities);
    keys.remove(labels);
    keys.add(List.of(key));
    return new Metric(name, kind, unit, range, labels, keys, sometimes, about, history, api);
  }

  /** Labels that a series may lack. */
  public Metric sometimes(Label... some) {
    List<Label> lacking = List.of(some);
    return new Metric(name, kind, unit, range, labels, identities, lacking, about, history, api);
  }

  /** The labels that every series has. */
  public List<Label> alwaysThere() {
    return labels.stream().filter(label -> !sometimes.contains(label)).toList();
  }

  public Metric alsoInApi(String endpoint, String metricType, ClusterVersion version) {
    ApiMetric same = new ApiMetric(endpoint, metricType, version);
    return new Metric(
        name, kind, unit, range, labels, identities, sometimes, about, history, Optional.of(same));
  }

  /** The metric got its name in {@code version}; before, it was called {@code oldName}. */
  public Metric renamedFrom(String oldName, ClusterVersion version) {
    return with(history.beginningIn(version, oldName));
  }

  /** The metric is gone from {@code version} on, and {@code newName} stands in its place. */
  public Metric renamedTo(String newName, ClusterVersion version) {
    return with(history.endingIn(version, Optional.of(newName)));
  }

  /** The metric is gone from {@code version} on; {@code other} always said the same. */
  public Metric duplicateOf(String other, ClusterVersion version) {
    return with(history.endingIn(version, Optional.of(other)));
  }

  /** The metric is gone from {@code version} on, and nothing replaces it. */
  public Metric removedIn(ClusterVersion version) {
    return with(history.endingIn(version, Optional.empty()));
  }

  /** The labels changed in {@code version}; {@code before} is empty where no public text says. */
  public Metric relabelledIn(ClusterVersion version, Label... before) {
    return with(history.relabelledIn(version, List.of(before)));
  }

  /** The metric still exists, but its source says not to build on it. */
  public Metric deprecated(String why) {
    return with(history.deprecated(why));
  }

  /** The metric as clusters of a version have it: with the labels of that time. */
  public Metric asIn(ClusterVersion version) {
    boolean older = history.relabelled().filter(version::isBefore).isPresent();
    if (!older || history.labelsBefore().isEmpty()) {
      return this;
    }
    List<Label> then = history.labelsBefore();
    List<List<Label>> keys =
        identities.stream()
            .map(key -> key.stream().map(Labels::beforeWorkloads).toList())
            .filter(then::containsAll)
            .toList();
    return new Metric(
        name,
        kind,
        unit,
        range,
        then,
        keys.isEmpty() ? List.of(then) : keys,
        sometimes.stream().filter(then::contains).toList(),
        about,
        history,
        api);
  }

  /** What it measures. */
  public String help() {
    return about.help();
  }

  /** The unit as the source's own documentation words it; empty if it has none. */
  public String measurement() {
    return about.measurement();
  }

  /** What must be switched on for it to exist; empty when nothing is. */
  public String needs() {
    return about.needs();
  }

  /** What one must know before using it. */
  public List<String> notes() {
    return about.notes();
  }

  /** Whether its source delivers it only after something was switched on. */
  public boolean optional() {
    return !needs().isEmpty();
  }

  public boolean has(String label) {
    for (Label own : labels) {
      if (own.name().equals(label)) {
        return true;
      }
    }
    return false;
  }

  /** The metrics that can be queried: itself, or a histogram's buckets, sum and count. */
  public List<Metric> series() {
    return kind == Kind.HISTOGRAM ? List.of(bucket(), sum(), count()) : List.of(this);
  }

  /** The buckets of a histogram. */
  public Metric bucket() {
    List<List<Label>> keys = identities.stream().map(Metric::withBound).toList();
    String what = "observations of at most le " + unit.label();
    return part("_bucket", Unit.COUNT, withBound(labels), keys, what);
  }

  /** The sum of all values that a histogram has seen. */
  public Metric sum() {
    return part("_sum", unit, labels, identities, "sum of all observed values");
  }

  /** The number of values that a histogram has seen. */
  public Metric count() {
    return part("_count", Unit.COUNT, labels, identities, "number of observations");
  }

  private static List<Label> withBound(List<Label> labels) {
    return Stream.concat(labels.stream(), Stream.of(Labels.LE)).toList();
  }

  private Metric part(
      String suffix, Unit unitOfPart, List<Label> all, List<List<Label>> keys, String what) {
    if (kind != Kind.HISTOGRAM) {
      throw new IllegalStateException(name + " is no histogram but a " + kind.label());
    }
    return new Metric(
        name + suffix,
        Kind.COUNTER,
        unitOfPart,
        ValueRange.NOT_NEGATIVE,
        all,
        keys,
        sometimes,
        about.withHelp(help() + ": " + what),
        history,
        api);
  }
}
