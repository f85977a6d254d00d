package io.runboards.dashboards;

import static io.runboards.catalog.Labels.MODEL_NAME;
import static io.runboards.catalog.Labels.NAMESPACE;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Panels.row;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.timeseries;
import static io.runboards.dashboard.Reducer.LAST;
import static io.runboards.dashboard.Reducer.MAX;
import static io.runboards.dashboard.Reducer.MEAN;
import static io.runboards.dashboard.Table.column;
import static io.runboards.dashboard.Threshold.from;
import static io.runboards.dashboards.ModelServers.MODELS;
import static io.runboards.query.Queries.sum;

import io.runboards.alerts.Uids;
import io.runboards.dashboard.ColorScheme;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Legend;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.TimeSeries;

/** What the servers of models say of themselves. */
final class ServedModels {
  static final String NO_SERVERS = "needs vLLM or NIM servers";

  /** The share of requests that a time must suffice for. */
  static final double MOST = 0.95;

  static final DrillDown ONLY =
      linkTo(Uids.INFERENCE, "Only this model").carrying(NAMESPACE, MODEL_NAME);

  private ServedModels() {}

  static Row each() {
    return row(
        table("Models")
            .about(
                "Times are those that 95 of 100 requests stay below. The model with the longest"
                    + " queue comes first.")
            .query(MODELS.waiting(), "Waiting")
            .query(MODELS.running(), "Running")
            .query(MODELS.requests(), "Requests a second")
            .query(MODELS.firstToken(MOST), "First token")
            .query(MODELS.answer(MOST), "Whole answer")
            .query(MODELS.failedShare(), "Failed")
            .query(MODELS.written(), "Tokens a second")
            .query(MODELS.cache(), "KV cache")
            .columns(
                column(MODEL_NAME, Part.named("Model").atLeastWide(170).drillDown(ONLY)),
                column(NAMESPACE, "Namespace"),
                column(queue("Waiting")),
                column(Part.named("Running").decimals(0)),
                column(Part.named("Requests a second").decimals(1)),
                column(
                    Part.named("First token")
                        .decimals(2)
                        .coloredText()
                        .thresholds(Scales.firstToken())),
                column(Part.named("Whole answer").decimals(1)),
                column(
                    Part.named("Failed")
                        .decimals(1)
                        .coloredText()
                        .thresholds(Scales.failedRequests())),
                column(Part.named("Tokens a second").decimals(0)),
                column(Bars.pressure("KV cache")))
            .worstFirst("Waiting")
            .mayBeEmpty(NO_SERVERS)
            .height(8));
  }

  /** A number of requests that wait. */
  static Part queue(String title) {
    return Part.named(title).decimals(0).coloredText().thresholds(from(1, Palette.WAITING));
  }

  static Row speed() {
    return row(
        byModel("Time to first token")
            .about("95 of 100 answers begin within this time.")
            .query(MODELS.firstToken(MOST), "{{model_name}}"),
        byModel("Time for each further token")
            .about("95 of 100 answers are written at least this fast: a reader needs 0.1 s.")
            .query(MODELS.eachToken(MOST), "{{model_name}}"));
  }

  private static TimeSeries byModel(String title) {
    return timeseries(title)
        .colors(ColorScheme.BY_NAME)
        .thick(2)
        .min(0)
        .legend(Legend.table(LAST, MAX))
        .drillDown(ONLY)
        .mayBeEmpty(NO_SERVERS);
  }

  static Row load() {
    return row(
        timeseries("Requests running and waiting")
            .about("A queue that does not empty needs another replica.")
            .query(sum(MODELS.running()), "Running")
            .query(sum(MODELS.waiting()), "Waiting")
            .parts(
                Part.named("Running").in(Palette.BUSY).filled(15),
                Part.named("Waiting").in(Palette.WAITING).filled(40))
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MAX))
            .mayBeEmpty(NO_SERVERS),
        timeseries("Tokens read and written")
            .about("Tokens a second of all chosen models.")
            .query(sum(MODELS.read()), "Read")
            .query(sum(MODELS.written()), "Written")
            .unit("si:tok/s")
            .thick(2)
            .min(0)
            .legend(Legend.list(LAST, MEAN))
            .mayBeEmpty(NO_SERVERS));
  }
}
