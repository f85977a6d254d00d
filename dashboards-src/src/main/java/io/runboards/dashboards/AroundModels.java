package io.runboards.dashboards;

import static io.runboards.catalog.Labels.API_PROVIDER;
import static io.runboards.catalog.Labels.COLLECTION_ID;
import static io.runboards.catalog.Labels.LE;
import static io.runboards.catalog.Labels.LITELLM_MODEL_NAME;
import static io.runboards.catalog.Labels.RESPONSE_STATUS;
import static io.runboards.catalog.Labels.TEAM_ALIAS;
import static io.runboards.dashboard.Panels.bargauge;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.query.Condition.matches;
import static io.runboards.query.Queries.histogramQuantile;
import static io.runboards.query.Queries.increase;
import static io.runboards.query.Queries.max;
import static io.runboards.query.Queries.metric;
import static io.runboards.query.Queries.rate;
import static io.runboards.query.Queries.sortDesc;
import static io.runboards.query.Queries.sum;
import static io.runboards.query.Queries.topk;

import io.runboards.catalog.LiteLlm;
import io.runboards.catalog.Metric;
import io.runboards.catalog.Qdrant;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Mapping;
import io.runboards.dashboard.Panels;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.query.Selected;
import io.runboards.query.Series;

/** The gateway in front of the models and the vector database beside them, in short. */
final class AroundModels {
  private static final String WINDOW = "$__rate_interval";
  private static final String NO_GATEWAY = "needs a LiteLLM gateway";
  private static final String NO_VECTORS = "needs a Qdrant database";

  private AroundModels() {}

  static Row row() {
    return Panels.row(
            "Gateway (LiteLLM) and vector database (Qdrant)",
            timeseries("Gateway requests")
                .about("Requests of clients a second, and those that got no good answer.")
                .query(sum(rate(metric(LiteLlm.PROXY_TOTAL_REQUESTS_METRIC_TOTAL), WINDOW)), "All")
                .query(
                    sum(rate(metric(LiteLlm.PROXY_FAILED_REQUESTS_METRIC_TOTAL), WINDOW)), "Failed")
                .parts(
                    Part.named("All").in(Palette.BUSY).filled(10),
                    Part.named("Failed").in(Palette.BROKEN).filled(40))
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .mayBeEmpty(NO_GATEWAY)
                .width(8),
            timeseries("Gateway latency")
                .about(
                    "95 of 100 requests stay below: the whole answer, the part of the model or"
                        + " provider, and what the gateway itself adds.")
                .query(most(LiteLlm.REQUEST_TOTAL_LATENCY_METRIC), "Whole")
                .query(most(LiteLlm.LLM_API_LATENCY_METRIC), "Model")
                .query(most(LiteLlm.OVERHEAD_LATENCY_METRIC), "Gateway")
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .mayBeEmpty(NO_GATEWAY)
                .width(8),
            bargauge("Spend by team")
                .about("What the gateway counted in the time range, the ten highest teams.")
                .query(
                    sortDesc(
                        topk(
                            10,
                            sum(increase(metric(LiteLlm.SPEND_METRIC_TOTAL), "$__range"))
                                .by(TEAM_ALIAS))),
                    "{{team_alias}}")
                .unit(Chargeback.MONEY)
                .colored(Palette.ALLOCATED)
                .decimals(2)
                .min(0)
                .mayBeEmpty(NO_GATEWAY)
                .width(8),
            table("Deployments")
                .about("The models behind the gateway, as it judges them.")
                .query(
                    max(metric(LiteLlm.DEPLOYMENT_STATE)).by(LITELLM_MODEL_NAME, API_PROVIDER),
                    "State")
                .query(
                    sum(rate(metric(LiteLlm.DEPLOYMENT_FAILURE_RESPONSES_TOTAL), WINDOW))
                        .by(LITELLM_MODEL_NAME, API_PROVIDER)
                        .above(0),
                    "Failures a second")
                .columns(
                    column(LITELLM_MODEL_NAME, "Model"),
                    column(API_PROVIDER, "Provider"),
                    column(
                        Part.named("State")
                            .coloredText()
                            .mapped(
                                Mapping.value(0, "healthy"),
                                Mapping.value(1, "partly out"),
                                Mapping.value(2, "out"))
                            .thresholds(
                                from(0, Palette.BUSY),
                                from(1, Palette.WASTE),
                                from(2, Palette.BROKEN))),
                    column(
                        Part.named("Failures a second")
                            .decimals(2)
                            .coloredText()
                            .colored(Palette.BROKEN)))
                .worstFirst("State")
                .mayBeEmpty(NO_GATEWAY)
                .width(8),
            timeseries("Vector searches")
                .about("REST calls to the vector database a second, and those that failed.")
                .query(sum(rate(metric(Qdrant.REST_RESPONSES_TOTAL), WINDOW)), "All")
                .query(
                    sum(
                        rate(
                            metric(Qdrant.REST_RESPONSES_TOTAL)
                                .where(matches(RESPONSE_STATUS, "[45]..")),
                            WINDOW)),
                    "Failed")
                .parts(
                    Part.named("All").in(Palette.BUSY).filled(10),
                    Part.named("Failed").in(Palette.BROKEN).filled(40))
                .thick(2)
                .min(0)
                .legend(Legend.list(LAST, MAX))
                .mayBeEmpty(NO_VECTORS)
                .width(8),
            table("Collections")
                .about(
                    "Points in each collection, updates that wait, and optimizations that run: a"
                        + " queue that grows makes searches slow.")
                .query(topk(20, max(metric(Qdrant.COLLECTION_POINTS)).by(COLLECTION_ID)), "Points")
                .query(collection(Qdrant.COLLECTION_UPDATE_QUEUE_LENGTH), "Updates waiting")
                .query(collection(Qdrant.COLLECTION_RUNNING_OPTIMIZATIONS), "Optimizations")
                .columns(
                    column(COLLECTION_ID, "Collection"),
                    column(Part.named("Points").decimals(0)),
                    column(Part.named("Updates waiting").decimals(0)),
                    column(Part.named("Optimizations").decimals(0)))
                .worstFirst("Points")
                .mayBeEmpty(NO_VECTORS)
                .width(8))
        .closed();
  }

  private static Series most(Metric histogram) {
    Selected buckets = metric(histogram.bucket());
    return histogramQuantile(0.95, sum(rate(buckets, WINDOW)).by(LE));
  }

  private static Series collection(Metric metric) {
    return sum(metric(metric)).by(COLLECTION_ID);
  }
}
