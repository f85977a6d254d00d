package io.runboards.dashboard;

import java.util.List;

/**
 * Panels that stand together.
 *
 * @param title its title; a row without one has no bar above it
 * @param collapsed whether its panels are hidden until someone opens it
 * @param repeat the variable for each value of which there is one such row; empty for once
 * @param panels the panels, from left to right and from top to bottom
 */
public record Row(String title, boolean collapsed, String repeat, List<Panel> panels) {
  public Row {
    panels = List.copyOf(panels);
    if (title.isEmpty() && (collapsed || !repeat.isEmpty())) {
      throw new WrongDashboard("a row that can be collapsed or repeated needs a title");
    }
  }

  /** Its panels are hidden, and not asked for, until someone opens it. */
  public Row closed() {
    return new Row(title, true, repeat, panels);
  }

  /** One such row for each chosen value of a variable. */
  public Row repeatedFor(Variable variable) {
    return new Row(title, collapsed, variable.name(), panels);
  }

  /** The same height for all panels that have none of their own. */
  public Row height(int units) {
    return new Row(title, collapsed, repeat, panels.stream().map(p -> sized(p, units)).toList());
  }

  private static Panel sized(Panel panel, int units) {
    Frame frame = panel.frame();
    Frame.Space space = frame.space();
    return space.height().isPresent()
        ? panel
        : panel.withFrame(
            frame.with(
                new Frame.Space(space.width(), java.util.OptionalInt.of(units), space.repeat())));
  }
}
