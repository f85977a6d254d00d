package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.PrometheusServer;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WriteRequestsTest {
  private static List<byte[]> told(long seed, int many, int steps) {
    List<byte[]> bodies = new ArrayList<>();
    try (WriteRequests requests = new WriteRequests(bodies::add)) {
      new Story(seed, many).tell(0, steps, requests);
    }
    return bodies;
  }

  @Test
  void aRequestHasExactlyTheseBytes() {
    Targets targets = new Targets(List.of());
    Target target = targets.add("p", "i");
    List<byte[]> bodies = new ArrayList<>();
    try (WriteRequests requests = new WriteRequests(bodies::add)) {
      target.reachable(false);
      requests.at(1);
      targets.scrape(requests);
    }
    assertThat(bodies).hasSize(1);
    String up =
        "0a370a0e0a085f5f6e616d655f5f12027570" // __name__ up
            + "0a0d0a08696e7374616e6365120169" // instance i
            + "0a080a036a6f62120170" // job p
            + "120c09000000000000000010e807"; // 0 at 1000
    assertThat(HexFormat.of().formatHex(ReadRequest.unpacked(bodies.getFirst()))).startsWith(up);
  }

  @Test
  void whatIsSentIsReadBack() {
    for (int seed = 0; seed < 3; seed++) {
      Heard heard = new Heard();
      new Story(seed, 40).tell(0, 200, heard);
      ReadRequest read = ReadRequest.of(told(seed, 40, 200));
      assertThat(read.samples.stream().sorted())
          .containsExactlyElementsOf(heard.samples.stream().sorted().toList());
      assertThat(read.ends.stream().sorted())
          .usingElementComparator(Point::compareTo)
          .containsExactlyElementsOf(heard.ends.stream().sorted().toList());
      assertThat(heard.ends).isNotEmpty();
    }
  }

  @Test
  void theSamplesOfASeriesComeInTheOrderOfTime() {
    Map<String, List<Long>> times =
        ReadRequest.of(told(1, 20, 200)).samples.stream()
            .collect(
                Collectors.groupingBy(
                    Point::series, Collectors.mapping(Point::milliseconds, Collectors.toList())));
    assertThat(times.values())
        .allSatisfy(all -> assertThat(all).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void theSameStoryIsTheSameBytes() {
    assertThat(told(5, 30, 90)).containsExactly(told(5, 30, 90).toArray(byte[][]::new));
  }

  @Test
  void aRequestIsNotMuchLargerThanAMegabyte() {
    List<byte[]> bodies = told(1, 3_000, 61);
    assertThat(bodies).hasSizeGreaterThan(3);
    assertThat(bodies)
        .allSatisfy(body -> assertThat(ReadRequest.unpacked(body)).hasSizeLessThan(1_050_000));
  }

  @Test
  void aSeriesThatWasGoneComesAgain() {
    Targets targets = new Targets(List.of());
    Target target = targets.add("p", "i");
    Gauge shards = target.always().gauge(PrometheusServer.REMOTE_STORAGE_SHARDS, "r", "u");
    List<byte[]> bodies = new ArrayList<>();
    try (WriteRequests requests = new WriteRequests(bodies::add)) {
      for (int second = 1; second <= 6; second++) {
        requests.at(second);
        shards.set(second);
        target.reachable(second != 3);
        targets.scrape(requests);
        requests.flush();
      }
    }
    ReadRequest read = ReadRequest.of(bodies);
    assertThat(read.samples)
        .filteredOn(it -> it.series().contains("remote_name=r"))
        .extracting(Point::value)
        .containsExactly(1.0, 2.0, 4.0, 5.0, 6.0);
    assertThat(read.ends).extracting(Point::milliseconds).containsExactly(3_000L);
  }

  @Test
  void nothingToldIsNothingSent() {
    assertThat(told(1, 1, 0)).isEmpty();
  }
}
