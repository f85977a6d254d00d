package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LocalPrometheus;
import io.runboards.verify.prometheus.NoAnswer;
import io.runboards.verify.prometheus.RemoteWrite;
import io.runboards.verify.prometheus.Result;
import io.runboards.verify.prometheus.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs read what was written. */
class RoundTripTest {
  private static final int STEPS = 3 * 3600 / Story.STEP;

  private static Heard heard() {
    Heard heard = new Heard();
    new Story(3, 30).tell(0, STEPS, heard);
    return heard;
  }

  @Test
  void promtoolMakesBlocksOfAllSamples(@TempDir Path folder) throws Exception {
    Path promtool = External.server("promtool");
    Path blocks = folder.resolve("blocks");
    Path text = Files.createDirectory(folder.resolve("text"));
    try (Blocks made = new Blocks(promtool, blocks)) {
      try (OpenMetricsFiles files = new OpenMetricsFiles(text, made)) {
        new Story(3, 30).tell(0, STEPS, files);
      }
      made.finish();
    }
    assertThat(text).isEmptyDirectory();
    try (Stream<Path> all = Files.list(blocks)) {
      assertThat(all).hasSize(2);
    }
    Files.createDirectory(blocks.resolve("wal")); // promtool wants one, even if it is empty
    String dump = External.run(folder, promtool, "", "tsdb", "dump-openmetrics", blocks.toString());
    assertThat(OpenMetricsText.read(dump).stream().sorted())
        .containsExactlyElementsOf(heard().samples.stream().sorted().toList());
  }

  @Test
  void prometheusTakesAllSamplesByRemoteWrite() throws Exception {
    Heard heard = heard();
    try (LocalPrometheus prometheus =
        LocalPrometheus.start(Setup.idle(External.server("prometheus")))) {
      try (WriteRequests requests = new WriteRequests(to(prometheus.write()))) {
        new Story(3, 30).tell(0, STEPS, requests);
      }
      List<Point> found = new ArrayList<>();
      for (Curve curve : curves(prometheus, "{__name__!=\"\"}[4h]", STEPS)) {
        for (int i = 0; i < curve.size(); i++) {
          found.add(Point.of(curve.labels().values(), curve.times()[i], curve.values()[i]));
        }
      }
      assertThat(found.stream().sorted())
          .containsExactlyElementsOf(heard.samples.stream().sorted().toList());
      String gone = "{remote_name=\"pod 0\"}";
      assertThat(curves(prometheus, gone, Story.FIRST_END - 1)).hasSize(1);
      assertThat(curves(prometheus, gone, Story.FIRST_END)).isEmpty();
    }
  }

  private static Sender to(RemoteWrite write) {
    return body -> {
      try {
        write.send(body);
      } catch (NoAnswer | InterruptedException e) {
        throw new AssertionError(e);
      }
    };
  }

  private static List<Curve> curves(LocalPrometheus prometheus, String promql, int step)
      throws NoAnswer {
    Instant at = Instant.ofEpochSecond(Story.START + (long) step * Story.STEP);
    Result result = prometheus.api().query(promql, at);
    assertThat(result).isInstanceOf(Result.Curves.class);
    return ((Result.Curves) result).curves();
  }
}
