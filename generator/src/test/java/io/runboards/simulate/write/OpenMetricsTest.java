package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.PrometheusServer;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenMetricsTest {
  @Test
  void aSampleIsALineWithNameLabelsValueAndTime() {
    Targets targets = new Targets(List.of(new Tag("cluster", "say \"hi\"\\\n")));
    Gauge shards =
        targets
            .add("prometheus", "a:1")
            .always()
            .gauge(PrometheusServer.REMOTE_STORAGE_SHARDS, "store", "http://s");
    shards.set(2.5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OpenMetrics text = new OpenMetrics(out)) {
      text.at(1_763_000_000);
      targets.scrape(text);
    }
    String tail = "cluster=\"say \\\"hi\\\"\\\\\\n\",instance=\"a:1\",job=\"prometheus\"";
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "prometheus_remote_storage_shards{"
                + tail
                + ",remote_name=\"store\",url=\"http://s\"} 2.5 1763000000\n"
                + "up{"
                + tail
                + "} 1 1763000000\n"
                + "scrape_samples_scraped{"
                + tail
                + "} 1 1763000000\n"
                + "scrape_samples_post_metric_relabeling{"
                + tail
                + "} 1 1763000000\n"
                + "scrape_series_added{"
                + tail
                + "} 1 1763000000\n"
                + "# EOF\n");
  }

  @Test
  void whatWasWrittenIsReadBack() {
    for (int seed = 0; seed < 3; seed++) {
      Heard heard = new Heard();
      new Story(seed, 40).tell(0, 100, heard);
      assertThat(OpenMetricsText.read(text(seed))).isEqualTo(heard.samples);
      assertThat(heard.ends).isNotEmpty();
    }
  }

  private static String text(int seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OpenMetrics text = new OpenMetrics(out)) {
      new Story(seed, 40).tell(0, 100, text);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameStoryIsTheSameText() {
    assertThat(text(5)).isEqualTo(text(5)).isNotEqualTo(text(6));
  }

  @Test
  void labelsOfAnyLengthFit() {
    Targets targets = new Targets(List.of(new Tag("long", "x".repeat(200_000))));
    targets.add("prometheus", "a:1");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OpenMetrics text = new OpenMetrics(out)) {
      text.at(1);
      targets.scrape(text);
    }
    assertThat(OpenMetricsText.read(out.toString(StandardCharsets.UTF_8))).hasSize(4);
  }

  @Test
  void everyFileHoldsTwoHoursOfABlock(@TempDir Path folder) throws IOException {
    List<Path> whole = new ArrayList<>();
    Heard heard = new Heard();
    int steps = 3 * 3600 / Story.STEP;
    new Story(1, 3).tell(0, steps, heard);
    try (OpenMetricsFiles files = new OpenMetricsFiles(folder, whole::add)) {
      new Story(1, 3).tell(0, steps, files);
    }
    assertThat(whole)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("2025-11-13T02h.om", "2025-11-13T04h.om");
    List<Point> read = new ArrayList<>();
    for (Path file : whole) {
      List<Point> points = OpenMetricsText.read(Files.readString(file));
      assertThat(points)
          .extracting(it -> it.milliseconds() / 7_200_000)
          .containsOnly(points.getFirst().milliseconds() / 7_200_000);
      read.addAll(points);
    }
    assertThat(read).isEqualTo(heard.samples);
  }

  @Test
  void nothingWrittenIsNoFile(@TempDir Path folder) {
    new OpenMetricsFiles(folder, file -> {}).close();
    assertThat(folder).isEmptyDirectory();
  }
}
