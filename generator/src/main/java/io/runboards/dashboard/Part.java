package io.runboards.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different for some series of a panel or for a column of a table.
 *
 * @param match which ones
 * @param fields how their values are written
 * @param line how they are drawn over time
 * @param cell how they look in a table
 * @param links where a click on them leads
 */
public record Part(Match match, Fields fields, Line line, Cell cell, List<DrillDown> links)
    implements FieldWords<Part>, LineWords<Part> {

  /** Which series or columns. */
  public sealed interface Match {
    /** Those whose shown name is this one. */
    record ByName(String name) implements Match {}

    /** Those whose shown name matches the regular expression. */
    record ByRegex(String regex) implements Match {}

    /** Those of one query, by its letter. */
    record ByQuery(String refId) implements Match {}
  }

  public Part {
    links = List.copyOf(links);
  }

  private static Part of(Match match) {
    return new Part(match, Fields.NONE, Line.NONE, Cell.PLAIN, List.of());
  }

  /** The series or column that is shown under this name. */
  public static Part named(String name) {
    return of(new Match.ByName(name));
  }

  /** The series or columns whose shown name matches. */
  public static Part matching(String regex) {
    return of(new Match.ByRegex(regex));
  }

  /** The series of the panel's first query (A), its second (B) and so on. */
  public static Part ofQuery(String refId) {
    return of(new Match.ByQuery(refId));
  }

  @Override
  public Part withFields(Fields changed) {
    return new Part(match, changed, line, cell, links);
  }

  @Override
  public Part withLine(Line changed) {
    return new Part(match, fields, changed, cell, links);
  }

  private Part withCell(Cell changed) {
    return new Part(match, fields, line, changed, links);
  }

  /** One colour, whatever the value. */
  public Part in(Color color) {
    return colors(ColorScheme.only(color));
  }

  /** The exact width of the column in pixels. */
  public Part wide(int pixels) {
    return withCell(cell.withWidth(pixels));
  }

  /** The least width of the column in pixels. */
  public Part atLeastWide(int pixels) {
    return withCell(cell.withMinWidth(pixels));
  }

  /** The column is there for links alone. */
  public Part outOfSight() {
    return withCell(cell.outOfSight());
  }

  /** A bar between the column's least and greatest value. */
  public Part asBar(double min, double max) {
    return withCell(cell.withKind(Cell.Kind.BAR)).min(min).max(max);
  }

  public Part coloredText() {
    return withCell(cell.withKind(Cell.Kind.COLORED_TEXT));
  }

  public Part coloredBackground() {
    return withCell(cell.withKind(Cell.Kind.COLORED_BACKGROUND));
  }

  /** Where a click leads. */
  public Part drillDown(DrillDown link) {
    List<DrillDown> all = new ArrayList<>(links);
    all.add(link);
    return new Part(match, fields, line, cell, all);
  }
}
