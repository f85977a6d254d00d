package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** What goes wrong between Prometheus and what it scrapes. */
public final class TargetIncidents {
  private static final String GPU_EXPORTER = "dcgm-exporter";
  private static final int FAR_TOO_MANY = 15_000;

  static final Incident EXPORTERS_UNREACHABLE =
      new Incident(
          "gpu-exporters-unreachable",
          "Some exporters of GPUs do not answer",
          "A new network policy forbids Prometheus to reach the exporters in one half of the"
              + " cluster.",
          Duration.ofMinutes(30),
          (platform, seconds) -> platform.monitoring().scraping().cutOff(GPU_EXPORTER, 0.5));

  static final Incident EXPORTERS_GONE =
      new Incident(
          "gpu-exporters-gone",
          "Prometheus finds no exporter of GPUs",
          "An upgrade renamed the label by which the exporters are found. Nothing says that they"
              + " are down, for nothing knows of them.",
          Duration.ofMinutes(40),
          (platform, seconds) -> platform.monitoring().scraping().forget(GPU_EXPORTER));

  static final Incident CARDINALITY_EXPLOSION =
      new Incident(
              "cardinality-explosion",
              "A job shows thousands of new series",
              "Somebody lets kube-state-metrics show all labels and annotations of all pods. Each pod"
                  + " has dozens of them, and Prometheus holds them all.",
              Duration.ofMinutes(60),
              (platform, seconds) ->
                  platform.monitoring().scraping().explode("kube-state-metrics", FAR_TOO_MANY))
          .comingAfter(Duration.ofMinutes(24 * 60 + 35));

  public static final List<Incident> ALL =
      List.of(EXPORTERS_UNREACHABLE, EXPORTERS_GONE, CARDINALITY_EXPLOSION);

  private TargetIncidents() {}
}
