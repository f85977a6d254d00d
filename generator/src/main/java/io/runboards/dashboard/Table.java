package io.runboards.dashboard;

import io.runboards.catalog.Label;
import io.runboards.dashboard.Target.When;
import java.util.List;

/**
 * Labels and numbers as a table. Rows of its queries that have the same labels become one.
 *
 * @param frame what all panels have
 * @param columns the columns in their order; if there are none, whatever the queries result in
 * @param sortedBy the shown name of the column by which rows are sorted; empty for none
 * @param descending whether the greatest value comes first
 */
public record Table(Frame frame, List<Column> columns, String sortedBy, boolean descending)
    implements Panel, Framed<Table> {

  /** A column. */
  public sealed interface Column {
    String title();

    /** How its cells look. */
    Part look();
  }

  /** The values of a label. */
  public record OfLabel(Label label, Part look) implements Column {
    @Override
    public String title() {
      return Table.name(look);
    }
  }

  /** The values of a query, the legend of which is the column's title. */
  public record OfQuery(Part look) implements Column {
    @Override
    public String title() {
      return Table.name(look);
    }
  }

  public Table {
    columns = List.copyOf(columns);
  }

  /** A column with the values of a label under a title; its look can be changed by the part. */
  public static OfLabel column(Label label, Part look) {
    return new OfLabel(label, look);
  }

  public static OfLabel column(Label label, String title) {
    return new OfLabel(label, Part.named(title));
  }

  /** A label that is there for links alone. */
  public static OfLabel hidden(Label label) {
    return new OfLabel(label, Part.named(label.name()).outOfSight());
  }

  /** The column of the query that has this legend. */
  public static OfQuery column(String legend) {
    return new OfQuery(Part.named(legend));
  }

  public static OfQuery column(Part look) {
    return new OfQuery(look);
  }

  private static String name(Part look) {
    if (look.match() instanceof Part.Match.ByName(String name)) {
      return name;
    }
    throw new WrongDashboard("a column needs a name: Part.named(\"...\")");
  }

  public Table columns(Column... inOrder) {
    return new Table(frame, List.of(inOrder), sortedBy, descending);
  }

  /** The greatest value first. */
  public Table worstFirst(String column) {
    return new Table(frame, columns, column, true);
  }

  /** The least value first. */
  public Table leastFirst(String column) {
    return new Table(frame, columns, column, false);
  }

  @Override
  public Table withFrame(Frame changed) {
    return new Table(changed, columns, sortedBy, descending);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}
