package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.util.List;
import java.util.stream.Stream;

/** All incidents that have a name. */
public final class Incidents {
  public static final List<Incident> ALL =
      Stream.of(
              WorkIncidents.ALL,
              QueueIncidents.ALL,
              ClusterIncidents.ALL,
              GpuIncidents.ALL,
              NodeIncidents.ALL,
              PodIncidents.ALL,
              ControlPlaneIncidents.ALL,
              InferenceIncidents.ALL,
              GatewayIncidents.ALL,
              VectorIncidents.ALL,
              TrainingIncidents.ALL,
              CertificateIncidents.ALL,
              PipelineIncidents.ALL,
              StoreIncidents.ALL,
              TenantIncidents.ALL,
              TargetIncidents.ALL)
          .flatMap(List::stream)
          .toList();

  private Incidents() {}
}
