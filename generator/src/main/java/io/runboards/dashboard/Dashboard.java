package io.runboards.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard.
 *
 * @param uid its name in addresses: the same in every organisation and for ever
 * @param title its title
 * @param purpose the question that it answers
 * @param reader who asks it
 * @param folder the folder that it stands in
 * @param tags words by which it is found
 * @param variables what its reader chooses, from left to right
 * @param rows its panels
 * @param annotations marks on its time axis
 * @param related a tag: the dashboards that have it are one click away; empty for none
 * @param settings how it behaves
 * @param origin the line that wrote it
 */
public record Dashboard(
    String uid,
    String title,
    String purpose,
    String reader,
    String folder,
    List<String> tags,
    List<Variable> variables,
    List<Row> rows,
    List<Annotation> annotations,
    String related,
    Settings settings,
    Origin origin) {

  /** The variable that every dashboard has, unless it has one of its own by this name. */
  public static final Variable.DataSource DATA_SOURCE =
      Variable.dataSource("datasource", "Data source", "");

  public Dashboard {
    tags = List.copyOf(tags);
    variables = List.copyOf(variables);
    rows = List.copyOf(rows);
    annotations = List.copyOf(annotations);
  }

  public static Dashboard dashboard(String uid, String title) {
    return new Dashboard(
        uid,
        title,
        "",
        "",
        "",
        List.of(),
        List.of(DATA_SOURCE),
        List.of(),
        List.of(),
        "",
        Settings.USUAL,
        Origin.caller());
  }

  /** The question that the dashboard answers, and who asks it. */
  public Dashboard answers(String question, String asker) {
    return new Dashboard(
        uid,
        title,
        question,
        asker,
        folder,
        tags,
        variables,
        rows,
        annotations,
        related,
        settings,
        origin);
  }

  public Dashboard in(String other) {
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        other,
        tags,
        variables,
        rows,
        annotations,
        related,
        settings,
        origin);
  }

  public Dashboard tagged(String... words) {
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        folder,
        List.of(words),
        variables,
        rows,
        annotations,
        related,
        settings,
        origin);
  }

  /** What the reader chooses, after the data source. */
  public Dashboard variables(Variable... inOrder) {
    boolean own = Arrays.stream(inOrder).anyMatch(Variable.DataSource.class::isInstance);
    List<Variable> all = new ArrayList<>(own ? List.of() : List.of(DATA_SOURCE));
    all.addAll(List.of(inOrder));
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        folder,
        tags,
        all,
        rows,
        annotations,
        related,
        settings,
        origin);
  }

  public Dashboard rows(Row... inOrder) {
    return rows(List.of(inOrder));
  }

  public Dashboard rows(List<Row> inOrder) {
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        folder,
        tags,
        variables,
        inOrder,
        annotations,
        related,
        settings,
        origin);
  }

  public Dashboard annotated(Annotation... marks) {
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        folder,
        tags,
        variables,
        rows,
        List.of(marks),
        related,
        settings,
        origin);
  }

  /** The dashboards with a tag are one click away, with the same time range and choices. */
  public Dashboard relatedTo(String tag) {
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        folder,
        tags,
        variables,
        rows,
        annotations,
        tag,
        settings,
        origin);
  }

  /** Where the time range begins, such as {@code now-24h}. */
  public Dashboard from(String start) {
    return with(
        new Settings(
            start,
            settings.refresh(),
            settings.timeZone(),
            settings.crosshair(),
            settings.editable()));
  }

  /** How often the dashboard asks again, such as {@code 5m}; empty for never. */
  public Dashboard refreshing(String every) {
    return with(
        new Settings(
            settings.from(),
            every,
            settings.timeZone(),
            settings.crosshair(),
            settings.editable()));
  }

  /** {@code utc}, or a name such as {@code Europe/Berlin}. */
  public Dashboard inTimeZone(String zone) {
    return with(
        new Settings(
            settings.from(), settings.refresh(), zone, settings.crosshair(), settings.editable()));
  }

  private Dashboard with(Settings changed) {
    return new Dashboard(
        uid,
        title,
        purpose,
        reader,
        folder,
        tags,
        variables,
        rows,
        annotations,
        related,
        changed,
        origin);
  }

  /** All panels, in their order. */
  public Stream<Panel> panels() {
    return rows.stream().flatMap(row -> row.panels().stream());
  }
}
