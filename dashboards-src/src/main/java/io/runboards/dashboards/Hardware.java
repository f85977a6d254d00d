package io.runboards.dashboards;

import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.HOSTNAME;
import static io.runboards.catalog.Labels.OLD_HOSTNAME;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;

import io.runboards.catalog.Dcgm;
import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.query.Condition;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import java.util.List;

/**
 * What dcgm-exporter says about the GPUs of a node, as series by {@code gpu}.
 *
 * <p>It knows no cluster, and calls the node {@code Hostname} or {@code hostname}.
 *
 * @param node which node
 * @param gpus which of its GPUs; all if there is no condition
 */
record Hardware(ValuesOf node, List<Condition> gpus) {
  /** A field that a GPU lacks reads as a huge number. */
  private static final double NO_TEMPERATURE = 200;

  static Hardware of(ValuesOf node, ValuesOf... gpus) {
    return new Hardware(node, List.of(Variable.chosen(gpus)));
  }

  Series each(Metric metric) {
    return max(select(metric, OLD_HOSTNAME).or(select(metric, HOSTNAME))).by(GPU);
  }

  Series temperature() {
    return each(Dcgm.DEV_GPU_TEMP).below(NO_TEMPERATURE);
  }

  Series growth(Metric counter, String window) {
    return max(increase(select(counter, OLD_HOSTNAME), window)
            .or(increase(select(counter, HOSTNAME), window)))
        .by(GPU);
  }

  private Selected select(Metric metric, Label hostname) {
    return metric(metric).where(node.chosenAs(hostname)).where(gpus);
  }
}
