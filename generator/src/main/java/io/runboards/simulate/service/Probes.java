package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/** A blackbox exporter, and the addresses that it probes. */
public final class Probes implements Part {
  private static final String JOB = "certificates";

  private final Address console;
  private final Address models;
  private final List<Address> all;

  Probes(Targets targets, Noise noise) {
    this.console = address("https://runai.example.com", targets, noise);
    this.models = address("https://models.example.com", targets, noise);
    this.all =
        List.of(
            console,
            models,
            address("https://grafana.example.com", targets, noise),
            address("https://metrics.example.com", targets, noise));
  }

  private static Address address(String url, Targets targets, Noise noise) {
    return new Address(targets.add(JOB, url), noise.of(url));
  }

  /** Where people use Run:ai. */
  public Address console() {
    return console;
  }

  /** Where programs ask the models. */
  public Address models() {
    return models;
  }

  /** The exporter does not run for now: nothing is probed. */
  public void stop() {
    all.forEach(Address::notProbed);
  }

  @Override
  public void calm() {
    all.forEach(Address::calm);
  }

  @Override
  public void advance(Moment now) {
    all.forEach(address -> address.advance(now));
  }
}
