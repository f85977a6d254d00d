package io.runboards.rules;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Family;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Origin;
import io.runboards.query.Series;
import java.util.List;
import java.util.Optional;

/**
 * An alert: a query, each series of which is something that is wrong.
 *
 * @param name its name, in words that are written together: {@code GpuHot}
 * @param urgency how soon somebody must look
 * @param series the query
 * @param hold how long the query must have results without a pause before it fires
 * @param text what it says
 * @param lookAt the dashboards that show more, the best one first
 * @param runbook what to do about it
 * @param team who looks at it; empty for the team of its file
 * @param since the oldest cluster version that has what the query reads
 * @param blinds the sources of metrics, by their ids in the catalog, that cannot be trusted while
 *     it fires
 * @param origin the line that wrote it
 */
public record Alert(
    String name,
    Urgency urgency,
    Series series,
    Hold hold,
    Words text,
    List<DrillDown> lookAt,
    Runbook runbook,
    String team,
    Optional<ClusterVersion> since,
    List<String> blinds,
    Origin origin)
    implements Rule {

  /** The label that says how urgent an alert is. */
  public static final String SEVERITY = "severity";

  /** The label that says who looks at an alert. */
  public static final String TEAM = "team";

  /**
   * For how long.
   *
   * @param before how long the query must have results before the alert fires
   * @param after how long it keeps firing without any
   */
  public record Hold(Length before, Length after) {}

  /**
   * What an alert says. Labels and the value may stand in it, as {@code {{ $labels.node }}} and
   * {@code {{ $value | humanize }}}.
   *
   * @param summary one line
   * @param description a few sentences
   */
  public record Words(String summary, String description) {}

  public Alert {
    lookAt = List.copyOf(lookAt);
    blinds = List.copyOf(blinds);
  }

  public static Alert alert(String name, Urgency urgency, Series series) {
    return new Alert(
        name,
        urgency,
        series,
        new Hold(Length.NONE, Length.NONE),
        new Words("", ""),
        List.of(),
        Runbook.NONE,
        "",
        Optional.empty(),
        List.of(),
        Origin.caller());
  }

  /** The query must have results for so long before the alert fires. */
  public Alert holding(String length) {
    return with(new Hold(Length.of(length), hold.after), text);
  }

  /** The alert goes on firing for so long after the query has no more results. */
  public Alert keepFiring(String length) {
    return with(new Hold(hold.before, Length.of(length)), text);
  }

  /** One line: what is wrong, where. */
  public Alert summary(String line) {
    return with(hold, new Words(line, text.description));
  }

  /** A few sentences: what it means for those who use the cluster. */
  public Alert description(String sentences) {
    return with(hold, new Words(text.summary, sentences.strip()));
  }

  /** Dashboards that show more, the best one first. */
  public Alert lookAt(DrillDown... dashboards) {
    return new Alert(
        name,
        urgency,
        series,
        hold,
        text,
        List.of(dashboards),
        runbook,
        team,
        since,
        blinds,
        origin);
  }

  public Alert runbook(Runbook page) {
    return new Alert(name, urgency, series, hold, text, lookAt, page, team, since, blinds, origin);
  }

  /** Who looks at it, if that is another team than for the rest of its file. */
  public Alert team(String other) {
    return new Alert(
        name, urgency, series, hold, text, lookAt, runbook, other, since, blinds, origin);
  }

  /** Clusters before this version do not have what the query reads. */
  public Alert since(ClusterVersion version) {
    Optional<ClusterVersion> oldest = Optional.of(version);
    return new Alert(
        name, urgency, series, hold, text, lookAt, runbook, team, oldest, blinds, origin);
  }

  /**
   * While it fires, metrics of these sources are missing: alerts about them notify nobody, unless
   * they are critical.
   *
   * @param families the sources, by their ids in the catalog, such as {@code dcgm}
   */
  public Alert blinds(String... families) {
    List<String> known = Catalog.standard().families().stream().map(Family::id).toList();
    for (String family : families) {
      if (!known.contains(family)) {
        throw new WrongRule(
            "'" + family + "' is no source of metrics; there are " + String.join(", ", known));
      }
    }
    return new Alert(
        name, urgency, series, hold, text, lookAt, runbook, team, since, List.of(families), origin);
  }

  private Alert with(Hold otherHold, Words otherText) {
    return new Alert(
        name, urgency, series, otherHold, otherText, lookAt, runbook, team, since, blinds, origin);
  }

  /** The severity and the team. */
  @Override
  public List<LabelValue> labels() {
    return List.of(LabelValue.with(SEVERITY, urgency.label()), LabelValue.with(TEAM, team));
  }
}
