package io.runboards.simulate.incident;

import io.runboards.simulate.Incident;
import java.time.Duration;
import java.util.List;

/** Training runs that compute nothing of use. */
final class TrainingIncidents {
  private static final Incident NOT_A_NUMBER =
      new Incident(
          "training-nan",
          "A training diverges",
          "After an overflow in half precision the loss of the longest run is NaN. It goes on"
              + " computing, until somebody takes it back to its last good checkpoint.",
          Duration.ofMinutes(20),
          (platform, seconds) -> platform.services().trainings().diverge());

  private static final Incident PLATEAU =
      new Incident(
          "training-plateau",
          "A training learns nothing more",
          "The learning rate of the longest run has reached zero. It goes on, but its loss stands"
              + " still.",
          Duration.ofMinutes(270),
          (platform, seconds) -> platform.services().trainings().standStill());

  private static final Incident SILENT =
      new Incident(
          "training-silent",
          "A training stops reporting",
          "The longest run waits for one of its workers that is gone. Its last loss still stands in"
              + " the Pushgateway and looks fresh.",
          Duration.ofMinutes(80),
          (platform, seconds) -> platform.services().trainings().hang());

  static final List<Incident> ALL = List.of(NOT_A_NUMBER, PLATEAU, SILENT);

  private TrainingIncidents() {}
}
