package io.runboards.simulate.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Scenario;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Scrapes.Found;
import io.runboards.simulate.Size;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HardwareIncidentsTest {
  private static final int STEPS = 30;

  static Stream<Incident> all() {
    return Stream.of(
            GpuIncidents.ALL, NodeIncidents.ALL, PodIncidents.ALL, ControlPlaneIncidents.ALL)
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anIncidentShows(Incident incident) {
    assertThat(text(List.of(incident)).equals(text(List.of()))).isFalse();
  }

  private static String text(List<Incident> incidents) {
    Scenario calm = Scrapes.scenario(8, Size.SMALL).starting(Scrapes.NOON, 60);
    return Scrapes.of(
            calm.with(incidents.stream().map(it -> it.from(Scrapes.NOON + 300)).toList()), STEPS)
        .text();
  }

  @Test
  void aTrainingThatIsKilledLeavesOtherPodsAsTheyWere() {
    Scenario calm = Scrapes.scenario(8, Size.SMALL);
    Scrapes well = Scrapes.of(calm, STEPS);
    Scrapes ill =
        Scrapes.of(calm.with(List.of(PodIncidents.OOM_LOOP.from(Scrapes.NOON + 300))), STEPS);
    List<Found> killed =
        ill.now("kube_pod_container_status_last_terminated_reason").stream()
            .filter(found -> found.label("reason").equals("OOMKilled"))
            .toList();
    assertThat(killed).hasSize(2);
    String pod = killed.getFirst().label("pod");
    assertThat(ofOthers(ill, pod)).isEqualTo(ofOthers(well, pod)).isNotEmpty();
  }

  private static List<Found> ofOthers(Scrapes scrapes, String pod) {
    return scrapes.named("container_memory_working_set_bytes").stream()
        .filter(found -> !found.label("pod").equals(pod))
        .filter(found -> !found.label("pod").isEmpty())
        .toList();
  }

  @Test
  void namesAreUniqueAndInKebabCase() {
    assertThat(all())
        .extracting(Incident::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }
}
