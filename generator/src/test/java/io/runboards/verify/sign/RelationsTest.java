package io.runboards.verify.sign;

import static io.runboards.query.Queries.promql;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleGraph;
import io.runboards.samples.SampleRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metrics are followed through recording rules to those that somebody scrapes. */
class RelationsTest {
  private static final RuleBook BOOK =
      new RuleBook(List.of(SampleRules.fleet(), SampleRules.memory()));
  private static final Relations RELATIONS = new Relations(BOOK, RuleGraph.of(BOOK));

  @Test
  void anAlertReadsWhatItsRecordingsRead() {
    assertThat(RELATIONS.of(SampleRules.FULL))
        .containsExactlyInAnyOrder(
            "runai_gpu_memory_used_mebibytes_per_node",
            "runai_gpu_memory_total_mebibytes_per_node");
  }

  @Test
  void aQueryMayReadBoth() {
    String query = SampleRules.USED.name() + " > on () up";
    assertThat(RELATIONS.of(promql(query).expr()))
        .containsExactlyInAnyOrder("runai_gpu_memory_used_mebibytes_per_node", "up");
  }

  @Test
  void aQueryOfSourcesReadsThoseAlone() {
    assertThat(RELATIONS.of(promql("sum(up) / sum(down)").expr()))
        .containsExactlyInAnyOrder("up", "down");
    assertThat(RELATIONS.of(promql("vector(1)").expr())).isEmpty();
  }
}
