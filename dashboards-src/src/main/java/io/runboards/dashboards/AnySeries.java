package io.runboards.dashboards;

import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.CONTAINER;
import static io.runboards.catalog.Labels.DEPARTMENT;
import static io.runboards.catalog.Labels.GPU;
import static io.runboards.catalog.Labels.INSTANCE;
import static io.runboards.catalog.Labels.JOB;
import static io.runboards.catalog.Labels.JOB_NAME;
import static io.runboards.catalog.Labels.JOB_UUID;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.POD;
import static io.runboards.catalog.Labels.POD_NAME;
import static io.runboards.catalog.Labels.POD_NAMESPACE;
import static io.runboards.catalog.Labels.POD_UUID;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.catalog.Labels.UID;
import static io.runboards.catalog.Labels.USER;
import static io.runboards.catalog.Labels.UUID;
import static io.runboards.catalog.Labels.WORKLOAD_ID;
import static io.runboards.catalog.Labels.WORKLOAD_NAME;
import static io.runboards.query.Condition.is;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.count;
import static io.runboards.query.Queries.labelReplace;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.sortDesc;
import static io.runboards.query.Queries.topk;

import io.runboards.catalog.Label;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Unit;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.Listed;
import io.runboards.query.Selected;
import io.runboards.query.Series;
import java.util.List;

/** Series of whatever metric, for dashboards that count them. */
final class AnySeries {
  static final Label METRIC = Label.unbounded("__name__", "Name of the metric");

  // No series has these labels: queries add them, so that links can carry what they count

  static final Label LABEL = Label.bounded("label", "Name of a label");
  static final Label VALUE = Label.unbounded("value", "Value of the label in question");
  static final Label FAMILY = Label.bounded("family", "Pattern of metric names");

  /** What is neither good nor bad, only much or little. */
  static final Color AMOUNT = Color.DARK_BLUE;

  /**
   * Patterns of names. None of them matches everything: a count reads each series that it counts.
   */
  static final Listed FAMILIES =
      Variable.listed(
              "family",
              "Metrics",
              "Run:ai : runai_.+",
              "GPU hardware : DCGM_.+",
              "Kubernetes objects : kube_.+",
              "Containers : container_.+",
              "Nodes : node_.+",
              "Scheduler : queue_.+|podgroups_.+|pod_group_.+",
              "vLLM : vllm:.+",
              "LiteLLM : litellm_.+",
              "Prometheus : prometheus_.+",
              "Scrapes : up|scrape_.+",
              "Recorded : [a-z]+:.+:.+")
          .holding(FAMILY);

  /** The labels that grow, or are on many metrics. PromQL cannot list those of a metric. */
  private static final List<Label> SUSPECTS =
      List.of(
          WORKLOAD_ID,
          WORKLOAD_NAME,
          JOB_UUID,
          JOB_NAME,
          POD_UUID,
          POD_NAME,
          POD_NAMESPACE,
          USER,
          PROJECT,
          DEPARTMENT,
          CLUSTER_ID,
          NODE,
          GPU,
          UUID,
          NAMESPACE,
          POD,
          UID,
          CONTAINER,
          MODEL_NAME,
          LE,
          JOB,
          INSTANCE);

  private static final Metric ALL = Metric.gauge("", Unit.UNKNOWN, METRIC);

  private AnySeries() {}

  static Selected ofFamily() {
    return metric(ALL).where(matches(METRIC, "$family"));
  }

  static Selected ofMetric() {
    return metric(ALL).where(is(METRIC, "$metric"));
  }

  static Selected ofJob() {
    return metric(ALL).where(is(JOB, "$job"));
  }

  /** The metrics with the most series. */
  static Series topMetrics(int many, Series series) {
    return largest(many, count(series).by(METRIC));
  }

  /** The suspected labels with the most values, as series by {@link #LABEL}. */
  static Series topLabels(int many, Series series) {
    Series all =
        SUSPECTS.stream()
            .map(label -> values(series, label))
            .reduce((one, other) -> one.or(other))
            .orElseThrow();
    return largest(many, all.above(1));
  }

  private static Series values(Series series, Label label) {
    return labelReplace(count(count(series).by(label)), LABEL, label.name(), LABEL, "");
  }

  static Series largest(int many, Series counts) {
    return sortDesc(topk(many, counts));
  }
}
