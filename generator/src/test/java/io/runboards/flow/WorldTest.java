package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.promql.Expr;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final String TENANT = "__tenant_id__";

  @Test
  void onlyAQueryOfSeveralTenantsSeesWhoseSeriesItReads() throws ParseException {
    Expr query = Promql.parse("runai_gpu_count_per_node");
    World one = World.standard();
    assertThat(LabelFlow.through(query, one).at(query).mayHave(TENANT)).isFalse();
    assertThat(LabelFlow.through(query, one.acrossTenants()).at(query).mayHave(TENANT)).isTrue();
  }
}
