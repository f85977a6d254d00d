package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** Addresses that do not answer, or soon will not be believed. */
final class CertificateIncidents {
  private static final long DAY = 86_400;

  private static final Incident EXPIRES_SOON =
      new Incident(
          "certificate-expiring",
          "A certificate was not renewed",
          "What renews the certificate of the models' address has failed for more than a week."
              + " Twenty days are left.",
          Duration.ofMinutes(40),
          (platform, seconds) ->
              platform.services().probes().models().expiresIn(20 * DAY - seconds));

  private static final Incident EXPIRES_NOW =
      new Incident(
          "certificate-expires-now",
          "A certificate is good for two days",
          "Nobody has seen to the certificate of the console. In two days no browser and no cluster"
              + " will accept it.",
          Duration.ofMinutes(40),
          (platform, seconds) ->
              platform.services().probes().console().expiresIn(2 * DAY - seconds));

  private static final Incident ENDPOINT_DOWN =
      new Incident(
          "endpoint-down",
          "The console does not answer",
          "The ingress in front of the console lost its address. Nobody outside reaches Run:ai,"
              + " although all its pods are well.",
          Duration.ofMinutes(20),
          (platform, seconds) -> platform.services().probes().console().goDown());

  private static final Incident PROBES_STOPPED =
      new Incident(
          "probes-stopped",
          "Nobody looks from outside",
          "The blackbox exporter does not start after an update. No address is probed, and no"
              + " failure of one would be noticed.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.services().probes().stop());

  static final List<Incident> ALL =
      List.of(EXPIRES_SOON, EXPIRES_NOW, ENDPOINT_DOWN, PROBES_STOPPED);

  private CertificateIncidents() {}
}
