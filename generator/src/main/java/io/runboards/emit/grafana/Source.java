package io.runboards.emit.grafana;

/**
 * A data source of a Grafana: a Prometheus, or a server that answers like one.
 *
 * @param uid by which dashboards know it
 * @param name by which people know it
 * @param url its address, seen from Grafana
 * @param kind the server behind it
 * @param interval the distance of its samples, such as {@code 30s}; empty if nobody said
 */
public record Source(String uid, String name, String url, Kind kind, String interval) {

  /** Servers that answer like a Prometheus, by Grafana's names. */
  public enum Kind {
    PROMETHEUS("Prometheus"),
    MIMIR("Mimir");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  /** A Prometheus with a sample every half minute. */
  public static Source of(String uid, String name, String url) {
    return new Source(uid, name, url, Kind.PROMETHEUS, "30s");
  }
}
