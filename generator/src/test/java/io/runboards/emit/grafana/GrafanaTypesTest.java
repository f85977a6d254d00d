package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.build.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written has Grafana's own types, and names only what Grafana's own lists name. */
class GrafanaTypesTest {
  private static final Path CHECK = Repository.ROOT.resolve("testbed/grafana-types");

  /** A slip: which sample it is made in, what is replaced once, and what must be said about it. */
  private record Slip(String file, String right, String wrong, String complaint) {}

  private static final String CLASSIC = "all-panels/13.0.json";
  private static final String SECOND = "all-panels/v2.json";

  private static final List<Slip> SLIPS =
      List.of(
          new Slip(CLASSIC, "\"refresh\"", "\"refesh\"", "dashboard: error TS"),
          new Slip(CLASSIC, "\"graphMode\"", "\"graphMod\"", "panel 'Plain stat' options: error"),
          new Slip(CLASSIC, ": \"basic\"", ": \"basik\"", "Did you mean '\"basic\"'?"),
          new Slip(CLASSIC, ": \"never\"", ": \"nevr\"", "'Plain time series' defaults: error"),
          new Slip(CLASSIC, "custom.lineStyle", "custom.lineStile", "override 'GPUs': error"),
          new Slip(CLASSIC, "\"thresholds\"", "\"tresholds\"", "panel 'Plain stat': error"),
          new Slip(CLASSIC, ": \"percent\"", ": \"percents\"", "no unit is called 'percents'"),
          new Slip(CLASSIC, "[ \"mean\"", "[ \"meen\"", "no reducer is called 'meen'"),
          new Slip(CLASSIC, "\"Mean\"", "\"Average\"", "the legend is sorted by 'Average'"),
          new Slip(CLASSIC, "\"special\"", "\"spezial\"", "no mapping is called 'spezial'"),
          new Slip(CLASSIC, "byFrameRefID", "byQuery", "no matcher is called 'byQuery'"),
          new Slip(CLASSIC, "\"fixed\"", "\"fix\"", "no color mode is called 'fix'"),
          new Slip("links/9.4.json", "\"merge\"", "\"murge\"", "no transformation is called"),
          new Slip("links/13.0.json", "|Value #B", "|Value #X", "the columns are clusterId,Node"),
          new Slip(
              "links/13.0.json",
              "m}&var-node=${__data.fields.node",
              "${__data.fields.host",
              "a link reads 'host'"),
          new Slip("rows-and-repeats/13.0.json", "\"collapsed\"", "\"closed\"", "'Open': error"),
          new Slip("all-variables/13.0.json", "\"iconColor\"", "\"color\"", "'GPU lost': error"),
          new Slip("all-variables/v1beta1.json", "\"multi\"", "\"many\"", "dashboard: error"),
          new Slip(SECOND, "\"hidden\"", "\"hiddn\"", "dashboard: error"),
          new Slip(SECOND, "\"GridLayout\"", "\"Grid\"", "dashboard: error"),
          new Slip(SECOND, "\"graphMode\"", "\"graphMod\"", "panel 'Plain stat' options: error"),
          new Slip("all-variables/v2.json", "alphabeticalAsc", "byName", "dashboard: error"));

  @Test
  void theSamplesHaveGrafanasTypes() {
    assertThat(wrongWith(GrafanaSamplesTest.FOLDER.resolve("samples"))).isEmpty();
  }

  @Test
  void theCommittedExampleHasGrafanasTypes() {
    Path example = Repository.ROOT.resolve("out/example/grafana");
    if (Files.exists(example)) {
      assertThat(wrongWith(example)).isEmpty();
    }
  }

  @Test
  void everySlipIsFound(@TempDir Path folder) throws IOException {
    for (int i = 0; i < SLIPS.size(); i++) {
      Slip slip = SLIPS.get(i);
      String sample =
          Files.readString(GrafanaSamplesTest.FOLDER.resolve("samples").resolve(slip.file));
      int at = sample.indexOf(slip.right);
      assertThat(at).as(slip.toString()).isNotNegative();
      String wrong =
          sample.substring(0, at) + slip.wrong + sample.substring(at + slip.right.length());
      Files.writeString(folder.resolve(i + ".json"), wrong);
    }
    List<String> found = wrongWith(folder);
    for (int i = 0; i < SLIPS.size(); i++) {
      Slip slip = SLIPS.get(i);
      String file = i + ".json: ";
      assertThat(found)
          .as(slip.toString())
          .anyMatch(line -> line.startsWith(file) && line.contains(slip.complaint));
    }
  }

  private static List<String> wrongWith(Path folder) {
    return External.node(CHECK, "check.js", folder.toString()).lines().toList();
  }
}
