package io.runboards.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happens to one metric on the way from an older cluster version to a newer one.
 *
 * @param name its name in the older version
 * @param changes what changes, the most important first
 */
public record MetricChange(String name, List<Change> changes) {
  public MetricChange {
    changes = List.copyOf(changes);
  }

  /** Whether it happens to the metric of this name, the old one or the new one. */
  public boolean concerns(String metric) {
    return name.equals(metric)
        || changes.stream().anyMatch(change -> change.equals(new Renamed(metric)));
  }

  @Override
  public String toString() {
    return name + ": " + changes.stream().map(Change::toString).collect(joining("; "));
  }

  /** One thing that changes. Its text is made for people. */
  public sealed interface Change {}

  /** The metric goes by another name. */
  public record Renamed(String newName) implements Change {
    @Override
    public String toString() {
      return "renamed to " + newName;
    }
  }

  /**
   * The metric is gone.
   *
   * @param instead a metric that always said the same
   */
  public record Removed(Optional<String> instead) implements Change {
    @Override
    public String toString() {
      return instead.map(other -> "removed; " + other + " says the same").orElse("removed");
    }
  }

  /** The same measurement comes in another unit. */
  public record UnitChanged(Unit before, Unit after) implements Change {

    /** What an old value is multiplied by to get the new one; empty if that is not known. */
    public OptionalDouble factor() {
      return before.factorTo(after);
    }

    @Override
    public String toString() {
      String change = "unit changed from " + before.label() + " to " + after.label();
      if (factor().isEmpty()) {
        return change + ", by a factor that is not documented";
      }
      double factor = factor().getAsDouble();
      return factor < 1
          ? change + ", divided by " + number(1 / factor)
          : change + ", multiplied by " + number(factor);
    }

    private static String number(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }

  /**
   * The series carry other labels.
   *
   * @param before the labels of the older version; empty where no public text says
   */
  public record LabelsChanged(List<Label> before, List<Label> after) implements Change {
    public LabelsChanged {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @Override
    public String toString() {
      return before.isEmpty()
          ? "labels changed to " + after + "; the old ones are not documented"
          : "labels changed from " + before + " to " + after;
    }
  }

  /** The vendor's API has the measurement, too. */
  public record AlsoInApi(ApiMetric api) implements Change {
    @Override
    public String toString() {
      return "also in the API: " + api.endpoint() + ", metricType " + api.metricType();
    }
  }
}
