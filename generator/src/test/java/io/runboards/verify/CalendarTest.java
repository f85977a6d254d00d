package io.runboards.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.simulate.Incident;
import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.incident.Incidents;
import io.runboards.verify.store.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All histories have their place in the past, one after the other. */
class CalendarTest {
  private static final List<Stretch> ALL = all();

  private static List<Stretch> all() {
    List<Stretch> all = new ArrayList<>(List.of(Calendar.healthyDay()));
    IntStream.range(0, Incidents.ALL.size())
        .mapToObj(i -> Calendar.happening(i, Incidents.ALL.get(i)))
        .map(Calendar::around)
        .forEach(all::add);
    return all;
  }

  @Test
  void theHealthyDayHasAllItsHours() {
    assertThat(Calendar.healthyDay().length()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void historiesFollowEachOtherAndAreOver() {
    for (int i = 1; i < ALL.size(); i++) {
      assertThat(ALL.get(i).from()).isAfter(ALL.get(i - 1).until().plus(Duration.ofDays(35)));
    }
    assertThat(ALL.getLast().until()).isBefore(Instant.now());
  }

  @Test
  void incidentsComeOnTheMorningsOfTuesdays() {
    for (int i = 0; i < Incidents.ALL.size(); i++) {
      Happening happening = Calendar.happening(i, Incidents.ALL.get(i));
      OffsetDateTime from = Instant.ofEpochSecond(happening.from()).atOffset(ZoneOffset.UTC);
      assertThat(from.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
      assertThat(from.getHour()).isEqualTo(9);
    }
  }

  @Test
  void whatIsSimulatedBeginsBeforeTheIncidentAndEndsAfterIt() {
    Incident incident =
        new Incident("i", "t", "s", Duration.ofMinutes(30), (platform, seconds) -> {})
            .comingAfter(Duration.ofHours(2))
            .lingering(Duration.ofMinutes(20));
    Happening happening = Calendar.happening(3, incident);
    Instant begin = Instant.ofEpochSecond(happening.from());
    assertThat(Calendar.around(happening))
        .isEqualTo(
            new Stretch(begin.minus(Duration.ofHours(2)), begin.plus(Duration.ofMinutes(50))));
  }
}
