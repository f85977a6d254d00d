package io.runboards.catalog;

/**
 * A label of a metric.
 *
 * @param name its name in queries
 * @param help what its values are
 * @param growth whether the number of its values has a natural end
 * @param person whether its values name a person
 */
public record Label(String name, String help, Growth growth, boolean person) {

  /** How many values a label collects over time. */
  public enum Growth {
    /** As many as there are nodes, projects or states: a panel may show them all. */
    BOUNDED("bounded"),
    /** New ones with every workload or pod: a panel must pick the top few. */
    UNBOUNDED("unbounded"),
    /** One for each request: such a label must not exist at all. */
    FORBIDDEN("forbidden");

    private final String label;

    Growth(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public static Label bounded(String name, String help) {
    return new Label(name, help, Growth.BOUNDED, false);
  }

  public static Label unbounded(String name, String help) {
    return new Label(name, help, Growth.UNBOUNDED, false);
  }

  public static Label person(String name, String help) {
    return new Label(name, help, Growth.UNBOUNDED, true);
  }

  public static Label forbidden(String name, String help) {
    return new Label(name, help, Growth.FORBIDDEN, false);
  }

  @Override
  public String toString() {
    return name;
  }
}
