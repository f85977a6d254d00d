package io.runboards.verify.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kinds of things can be wrong, each with a help text. */
public enum FlawKind {
  REFUSED(
      "The store refuses the query",
      "The query is no PromQL that this store knows, or it takes too long or too much memory."),
  EMPTY(
      "It shows nothing",
      "The query has no series, or the rule records none. The message tells which part of the query"
          + " is the first without series, and what is missing. A panel that may be empty says so"
          + " with its reason; then this is only a note."),
  VARIABLE(
      "A variable cannot be filled",
      "Grafana would find no value for the variable, or would not understand its query."),
  LABEL_MISSING(
      "Series lack a label",
      "The catalog promises a label for all series of a metric, and some came without it."),
  LABEL_UNEXPECTED(
      "Series have a surplus label",
      "Series have a label that does not follow from the query and the catalog."),
  LEGEND_GAP("A legend has a gap", "The legend names a label that some of the series do not have."),
  COLUMN_EMPTY(
      "A column of a table is empty", "The column is for a label that no series of the table has."),
  SAME_NAME(
      "Series share one name",
      "More than one series is shown under the same name, so that nobody can tell them apart."),
  SAME_ROW(
      "Rows of a table are the same",
      "Two rows say the same in all columns of labels, so that nobody can tell them apart."),
  ROWS_APART(
      "Rows of a table join no others",
      "The rows of one query have other labels than those of the other queries: where they have a"
          + " value, the rest of the row is empty."),
  NAMELESS_VALUES(
      "Values have no names",
      "A panel writes several values without names, so that nobody knows which is whose."),
  NO_BUCKETS(
      "A heatmap has no buckets",
      "The heatmap draws the buckets of a histogram, and the series are none."),
  SAME_SERIES(
      "A rule results in a series twice",
      "Prometheus refuses a rule that results in equal series."),
  NOT_A_NUMBER(
      "Values are no numbers",
      "Some values are NaN or infinite, as after a division of nothing by nothing."),
  OUT_OF_RANGE(
      "Values cannot be",
      "Values lie where those of their unit cannot be, such as 140 percent of a whole."),
  OFF_THE_SCALE(
      "Values are cut off",
      "Values lie beyond the ends of the scale that the panel sets, and are cut off there."),
  CONSTANT(
      "It stands still",
      "All series keep one value over the whole range, although they measure something that"
          + " moves."),
  ONE_POINT("A graph has no line", "Each series has one point only, through which no line goes."),
  TOO_MANY_SERIES("Too many series", "There are more series than a panel of that kind can show."),
  TOO_MANY_SAMPLES(
      "Too many samples",
      "The store has to touch more samples than a panel that is opened all day may cost."),
  STORE_WARNS("The store warns", "The store answered with a warning of its own."),
  OVER_LIMIT(
      "A rule results in too many series",
      "The rule's group limits how many series a rule may result in. If there are more, Prometheus"
          + " keeps none of them."),
  FIRES_WHEN_HEALTHY(
      "An alert fires on a healthy day",
      "The alert fires although nothing is wrong. A critical one would wake somebody for nothing."),
  NEVER_FIRES("An alert never fires", "None of the incidents that were tried makes it fire."),
  NO_ALERT("An incident goes unnoticed", "No alert fires because of the incident."),
  NOT_CONFIRMED(
      "An alert is not confirmed",
      "A Prometheus that watched the incident while it happened did not fire the alert, or much"
          + " later than in the history of the same incident."),
  ALERT_LABELS(
      "An alert has other labels",
      "An alert that fired has labels that do not follow from its query, or lacks one that does."),
  METRIC_MISSING(
      "The store has no such metric",
      "Dashboards or rules read a metric of which the store has no series. If something must be"
          + " switched on for it, this is only a note."),
  METRIC_RENAMED(
      "The store has the metric under another name",
      "The clusters are of another version than the site says, and called the metric otherwise."),
  METRIC_LABELS(
      "Some series lack labels",
      "The catalog promises a label for all series of a metric, and the store has some without"
          + " it."),
  CANNOT_FIRE(
      "An alert can never fire", "The store lacks metrics without which its query has no result."),
  CANNOT_RECORD(
      "A rule can record nothing",
      "The store lacks metrics without which its query has no result.");

  private final String title;
  private final String help;

  FlawKind(String title, String help) {
    this.title = title;
    this.help = help;
  }

  /** The kind with an id; empty if nobody knows it. */
  public static Optional<FlawKind> of(String id) {
    return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** The id of its flaws, such as {@code out-of-range}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is wrong, in a few words. */
  public String title() {
    return title;
  }

  /** What that means. */
  public String help() {
    return help;
  }
}
