package io.runboards.verify.grafana;

/**
 * Who looks at dashboards, and the Grafana that shows them.
 *
 * @param width the pixels that the panels have beside each other
 * @param source the uid of the data source that is asked
 * @param scrape the distance of the data source's samples, such as {@code 15s}
 * @param escaping how values are put into queries
 */
public record Reader(int width, String source, String scrape, Escaping escaping) {
  /** A usual screen, and a data source of which nobody said how often it scrapes. */
  public static final Reader USUAL = new Reader(1600, "prometheus", "15s", Escaping.USUAL);

  private static final int GRID = 24;
  private static final int GAP = 8;

  /** The width of a panel that takes some of the 24 columns. */
  int pixels(int columns) {
    return (width + GAP) * columns / GRID - GAP;
  }

  Length samples() {
    return Length.of(scrape);
  }
}
