package io.runboards.simulate;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Part;
import java.util.List;

/**
 * Everything that is simulated.
 *
 * @param parts what changes, in the order in which it does: what uses others comes after them
 * @param targets what can be scraped
 */
public record Platform(List<Part> parts, Targets targets) {
  public Platform {
    parts = List.copyOf(parts);
  }

  static Platform of(Scenario scenario) {
    Targets targets = new Targets(scenario.everywhere());
    return new Platform(List.of(), targets);
  }
}
