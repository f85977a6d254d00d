package io.runboards.simulate;

import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Part;

/** A platform that goes on from moment to moment. */
public final class Simulation {
  /** So long before the first moment it begins, so that work is under way by then. */
  private static final long WARM_UP = 6 * 3600L;

  private static final int COARSE_STEP = 60;

  private final Scenario scenario;
  private final Platform platform;
  private Moment now;

  private Simulation(Scenario scenario, Platform platform, Moment now) {
    this.scenario = scenario;
    this.platform = platform;
    this.now = now;
  }

  /** A platform at the first moment of a scenario. */
  public static Simulation of(Scenario scenario) {
    Platform platform = Platform.of(scenario);
    Moment early = new Moment(scenario.from() - WARM_UP, COARSE_STEP);
    Simulation simulation = new Simulation(scenario, platform, early);
    while (simulation.now.second() < scenario.from()) {
      simulation.advance();
    }
    simulation.now = new Moment(simulation.now.second(), scenario.step());
    return simulation;
  }

  public Moment now() {
    return now;
  }

  public Platform platform() {
    return platform;
  }

  /** Goes on to the next moment. */
  public void advance() {
    now = now.next();
    for (Part part : platform.parts()) {
      part.calm();
    }
    for (Happening happening : scenario.incidents()) {
      if (happening.isOn(now.second())) {
        happening.incident().effect().disturb(platform, now.second() - happening.from());
      }
    }
    for (Part part : platform.parts()) {
      part.advance(now);
    }
  }

  /** All targets are scraped. */
  public void scrape(Samples out) {
    platform.targets().scrape(out);
  }
}
