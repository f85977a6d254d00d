package io.runboards.emit.mimir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runboards.samples.SampleTenants;
import io.runboards.servers.Eventually;
import io.runboards.servers.RunningMimir;
import io.runboards.site.Setup;
import io.runboards.site.Site;
import io.runboards.site.TenantLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The limits of tenants are written as Mimir reads and writes them. */
class OverridesTest {
  private static final int PATIENCE = 30;
  private static final String REFUSED = "max_series_per_query";

  @TempDir private Path folder;

  private static String overrides() {
    return Overrides.of(SampleTenants.ofMimir()).orElseThrow().content();
  }

  @Test
  void numbersAreNumbersAndLengthsAreWrittenAsMimirWritesThem() {
    assertThat(overrides())
        .isEqualTo(
            """
            # Written by 'runboards generate' from the site: change that instead.
            overrides:
              team-a:
                cardinality_analysis_enabled: true
                ingestion_rate: 10000
                ingestion_burst_size: 200000
                max_global_series_per_user: 150000
                max_global_series_per_metric: 20000
                max_global_exemplars_per_user: 1000
                ruler_max_rules_per_rule_group: 20
                ruler_max_rule_groups_per_tenant: 70
                max_fetched_chunks_per_query: 2000000
                max_fetched_series_per_query: 100000
                max_fetched_chunk_bytes_per_query: 1073741824
                compactor_blocks_retention_period: 4w
              team-b:
                cardinality_analysis_enabled: true
            """);
  }

  @Test
  void aTenantThatTheAdminApiLimitsIsLeftOut() {
    assertThat(Overrides.of(SampleTenants.ofGem()).orElseThrow().content())
        .contains("  team-b:")
        .doesNotContain("team-a");
  }

  @Test
  void onlyAMimirHasOverrides() {
    Site site = SampleTenants.ofMimir();
    assertThat(Overrides.of(site.with(Setup.USUAL))).isEmpty();
    assertThat(Overrides.of(site.with(List.of(), List.of()))).isEmpty();
  }

  @Test
  void mimirReadsThemAllAndRefusesALimitThatOnlyGemKnows() throws Exception {
    try (RunningMimir mimir = RunningMimir.start(folder, overrides())) {
      Eventually.within(
          PATIENCE, () -> assertThat(reads(mimir)).containsOnlyKeys("team-a", "team-b"));
      assertThat(reads(mimir).get("team-a")).containsAllEntriesOf(written().get("team-a"));
      assertThat(reads(mimir).get("team-b")).containsAllEntriesOf(written().get("team-b"));
      assertThat(wellRead(mimir)).allMatch(line -> line.endsWith(" 1"));
      write(overrides() + "    " + REFUSED + ": 1\n");
      Eventually.within(
          PATIENCE, () -> assertThat(wellRead(mimir)).allMatch(line -> line.endsWith(" 0")));
      Eventually.within(
          PATIENCE,
          () ->
              assertThat(mimir.server().log())
                  .content()
                  .contains("field " + REFUSED + " not found"));
      assertThat(reads(mimir)).as("what held before").containsOnlyKeys("team-a", "team-b");
    }
  }

  @Test
  void mimirDoesNotStartWithALimitThatOnlyGemKnows() {
    assertThatThrownBy(
            () -> RunningMimir.start(folder, "overrides: {team-a: {" + REFUSED + ": 1}}\n"))
        .hasMessageContaining(REFUSED);
  }

  @Test
  void everyLimitThatMimirKnowsIsTriedHere() {
    assertThat(SampleTenants.ofMimir().tenants().getFirst().limits().keySet())
        .containsExactlyElementsOf(
            Stream.of(TenantLimit.values()).filter(limit -> !limit.isGemOnly()).toList());
  }

  private void write(String runtime) throws IOException {
    Files.writeString(folder.resolve("runtime.yaml"), runtime);
  }

  private static List<String> wellRead(RunningMimir mimir) {
    List<String> lines =
        mimir
            .metrics()
            .lines()
            .filter(line -> line.startsWith("cortex_runtime_config_last_reload_successful"))
            .toList();
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private static Map<String, Map<String, Object>> reads(RunningMimir mimir) {
    Map<String, Map<String, Map<String, Object>>> runtime = new Yaml().load(mimir.runtime());
    return runtime.get("overrides");
  }

  private static Map<String, Map<String, Object>> written() {
    Map<String, Map<String, Map<String, Object>>> runtime = new Yaml().load(overrides());
    return runtime.get("overrides");
  }
}
