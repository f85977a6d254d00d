package io.runboards.dashboard;

import java.util.Optional;

/**
 * Where the colours of series come from.
 *
 * @param mode Grafana's id of the way
 * @param fixed the one colour, if there is only one
 */
public record ColorScheme(String mode, Optional<Color> fixed) {
  /** From the value, by the thresholds. */
  public static final ColorScheme THRESHOLDS = new ColorScheme("thresholds", Optional.empty());

  /** A colour for each series, in the order in which they come. */
  public static final ColorScheme BY_ORDER = new ColorScheme("palette-classic", Optional.empty());

  /** A colour for each series that stays the same on all panels, where Grafana can do that. */
  public static final ColorScheme BY_NAME =
      new ColorScheme("palette-classic-by-name", Optional.empty());

  /** From blue over yellow to red, by the value. */
  public static final ColorScheme BLUE_YELLOW_RED =
      new ColorScheme("continuous-BlYlRd", Optional.empty());

  public static ColorScheme only(Color color) {
    return new ColorScheme("fixed", Optional.of(color));
  }
}
