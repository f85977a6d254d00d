package io.runboards.dashboard;

import io.runboards.catalog.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A link to another dashboard that carries the time range and values of labels.
 *
 * <p>A label's value comes from what was clicked, if that has the label, else from the variable of
 * the dashboard that holds it. It goes into the variable of the target that holds the same label:
 * by a choice among its values, or as text.
 *
 * @param uid the dashboard to go to
 * @param title what the link says
 * @param carried the labels whose values go along
 */
public record DrillDown(String uid, String title, List<Carried> carried) {

  /**
   * A value that goes along.
   *
   * @param from the label here
   * @param to the label of the target's variable
   */
  public record Carried(Label from, Label to) {}

  public DrillDown {
    carried = List.copyOf(carried);
  }

  public static DrillDown linkTo(String uid, String title) {
    return new DrillDown(uid, title, List.of());
  }

  public DrillDown carrying(Label... labels) {
    DrillDown link = this;
    for (Label label : labels) {
      link = link.carryingAs(label, label);
    }
    return link;
  }

  /** The value of a label here into the variable of another label there. */
  public DrillDown carryingAs(Label from, Label to) {
    List<Carried> all = new ArrayList<>(carried);
    all.add(new Carried(from, to));
    return new DrillDown(uid, title, all);
  }

  /** The same link with other labels. */
  public DrillDown renamed(UnaryOperator<Label> label) {
    return new DrillDown(
        uid,
        title,
        carried.stream()
            .map(it -> new Carried(label.apply(it.from()), label.apply(it.to())))
            .toList());
  }
}
