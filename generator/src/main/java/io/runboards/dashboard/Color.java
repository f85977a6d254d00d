package io.runboards.dashboard;

/**
 * A colour.
 *
 * @param css a name that Grafana knows or {@code #rrggbb}
 */
public record Color(String css) {
  /** What needs no judgement, and what is missing. */
  public static final Color GREY = new Color("#8E8E8E");

  /** No colour at all: a table cell without a value then shows no bar. */
  public static final Color TRANSPARENT = new Color("transparent");

  public static final Color BLUE = new Color("#56B4E9");
  public static final Color GREEN = new Color("#009E73");
  public static final Color PALE_GREEN = new Color("#9ED9C5");
  public static final Color ORANGE = new Color("#E69F00");
  public static final Color RED = new Color("#D55E00");
  public static final Color PINK = new Color("#CC79A7");
  public static final Color YELLOW = new Color("#F0E442");
  public static final Color DARK_BLUE = new Color("#0072B2");

  public static Color of(String css) {
    return new Color(css);
  }
}
