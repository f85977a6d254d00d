package io.runboards.simulate;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.service.Services;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/**
 * Everything that is simulated.
 *
 * @param parts what changes, in the order in which it does: what uses others comes after them
 * @param services model servers and what stands around them
 * @param targets what can be scraped
 */
public record Platform(List<Part> parts, Services services, Targets targets) {
  public Platform {
    parts = List.copyOf(parts);
  }

  static Platform of(Scenario scenario) {
    Targets targets = new Targets(scenario.everywhere());
    Services services = Services.of(targets, new Noise(scenario.seed()).of("services"));
    return new Platform(services.parts(), services, targets);
  }
}
