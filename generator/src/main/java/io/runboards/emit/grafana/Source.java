package io.runboards.emit.grafana;

import io.runboards.site.DataSource;

/**
 * A data source of a Grafana: a Prometheus, or a server that answers like one.
 *
 * @param uid by which dashboards know it
 * @param name by which people know it
 * @param url its address, seen from Grafana
 * @param kind the server behind it
 * @param interval the distance of its samples, such as {@code 30s}; empty if nobody said
 * @param organisation the number of the organisation that sees it
 * @param way how its requests are let in
 */
public record Source(
    String uid, String name, String url, Kind kind, String interval, int organisation, Way way) {
  private static final int FIRST_ORGANISATION = 1;

  /** Servers that answer like a Prometheus, by Grafana's names. */
  public enum Kind {
    PROMETHEUS("Prometheus", "2.42.0"),
    MIMIR("Mimir", "2.9.1");

    private final String id;
    private final String version;

    Kind(String id, String version) {
      this.id = id;
      this.version = version;
    }

    String id() {
      return id;
    }

    /**
     * A version that it has at least. Grafana asks a server of unknown version for all series where
     * a list of the values of a label would do.
     */
    String version() {
      return version;
    }
  }

  /**
   * How requests are let in.
   *
   * @param scope the tenants that they name, {@code a|b} for several; empty for none
   * @param user who logs in; empty for nobody
   * @param passwordFile the file of the password, as Grafana sees it
   * @param authorityFile the file of the certificates that vouch for the server; empty for the
   *     usual ones
   */
  public record Way(String scope, String user, String passwordFile, String authorityFile) {
    public static final Way OPEN = new Way("", "", "", "");

    boolean hasSecrets() {
      return !this.equals(OPEN);
    }
  }

  /** A Prometheus with a sample every half minute, which lets everybody in. */
  public static Source of(String uid, String name, String url) {
    return new Source(
        uid, name, url, Kind.PROMETHEUS, DataSource.SCRAPED_EVERY, FIRST_ORGANISATION, Way.OPEN);
  }
}
