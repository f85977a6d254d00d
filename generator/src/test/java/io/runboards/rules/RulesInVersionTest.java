package io.runboards.rules;

import static io.runboards.catalog.ClusterVersion.V2_16;
import static io.runboards.catalog.ClusterVersion.V2_17;
import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.rules.LabelValue.with;
import static io.runboards.rules.RuleFile.ruleFile;
import static io.runboards.rules.RuleGroup.group;
import static io.runboards.rules.RuleTest.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.query.ForVersion;
import io.runboards.samples.SampleRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules and their tests are written for the newest clusters, and mean the same on older ones. */
class RulesInVersionTest {
  private static RuleFile in(ClusterVersion version, RuleFile file) {
    RuleBook book = new RuleBook(List.of(file));
    Catalog catalog = Catalog.standard().with(book.family());
    return book.inVersion(new ForVersion(version, catalog)).files().getFirst();
  }

  @Test
  void nothingChangesForTheNewestClusters() {
    assertThat(in(V2_17, SampleRules.memory())).isEqualTo(SampleRules.memory());
  }

  @Test
  void whatIsGivenHasTheUnitThatTheMetricHad() {
    RuleTest then = in(V2_16, SampleRules.memory()).tests().getFirst();
    assertThat(then.given().getFirst().metric().name())
        .isEqualTo("runai_node_gpu_used_memory_bytes");
    assertThat(then.given()).extracting(Given::values).startsWith("52428800 99614720x20");
    assertThat(then.then()).filteredOn(Then.Fires.class::isInstance).hasSize(1);
  }

  @Test
  void labelsHaveTheirOldNamesAndThoseThatWereNotThereAreLeftOut() {
    RuleFile then = in(V2_16, SampleRules.workloads());
    assertThat(then.tests().getFirst().given().getFirst().labels())
        .containsExactly(with(CLUSTER_ID, "c1"), with("job_uuid", "a"));
    assertThat(then.alerts().findFirst().orElseThrow().text().summary())
        .startsWith("{{ $labels.job_uuid }} runs for ");
  }

  @Test
  void whatOlderClustersDoNotHaveIsLeftOutWithItsTests() {
    Alert young = SampleRules.LONG.since(V2_17);
    RuleFile file =
        ruleFile("f", "F", "t")
            .groups(group("g", young), group("h", SampleRules.USED))
            .tests(
                List.of(
                    test("both").silent("1m", young).records("1m", SampleRules.USED, 1),
                    test("young").silent("1m", young)));
    RuleFile then = in(V2_16, file);
    assertThat(then.groups()).extracting(RuleGroup::name).containsExactly("h");
    assertThat(then.tests()).extracting(RuleTest::name).containsExactly("both");
    assertThat(then.tests().getFirst().then()).hasSize(1);
    assertThat(in(V2_17, file).tests()).hasSize(2);
  }

  @Test
  void aTestOfARuleThatNobodyWroteIsKept() {
    RuleFile file =
        ruleFile("f", "F", "t")
            .groups(group("h", SampleRules.USED))
            .tests(List.of(test("forgotten").silent("1m", SampleRules.LONG)));
    assertThat(in(V2_16, file).tests()).extracting(RuleTest::name).containsExactly("forgotten");
  }
}
