package io.runboards.simulate;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.store.Monitoring;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/**
 * Everything that is simulated.
 *
 * @param parts what changes, in the order in which it does: what uses others comes after them
 * @param targets what can be scraped
 * @param monitoring what watches all the rest
 */
public record Platform(List<Part> parts, Targets targets, Monitoring monitoring) {
  public Platform {
    parts = List.copyOf(parts);
  }

  static Platform of(Scenario scenario) {
    Targets targets = new Targets(scenario.everywhere());
    Noise noise = new Noise(scenario.seed());
    Monitoring monitoring =
        Monitoring.of(scenario.everywhere(), targets, noise.of("monitoring"));
    return new Platform(monitoring.parts(), targets, monitoring);
  }
}
