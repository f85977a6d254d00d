package io.runboards.promql;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which PromQL is spoken.
 *
 * @param dialect whether dashboard variables are part of it
 * @param features the experimental parts that are switched on
 */
public record Syntax(Dialect dialect, Set<Feature> features) {

  /** Who reads the query first. */
  public enum Dialect {
    /** A Prometheus server: nothing but PromQL. */
    PROMETHEUS,
    /** Grafana, which puts the values of variables in before it sends the query on. */
    GRAFANA;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Syntax PROMETHEUS = new Syntax(Dialect.PROMETHEUS, Set.of());
  public static final Syntax GRAFANA = new Syntax(Dialect.GRAFANA, Set.of());

  public Syntax {
    features = Set.copyOf(features);
  }

  public Syntax withAllFeatures() {
    return new Syntax(dialect, EnumSet.allOf(Feature.class));
  }

  public boolean has(Feature feature) {
    return features.contains(feature);
  }
}
