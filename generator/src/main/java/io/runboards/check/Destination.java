package io.runboards.check;

import static java.util.stream.Collectors.joining;

import io.runboards.catalog.Label;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.DrillDown.Carried;
import io.runboards.dashboard.Variable;
import io.runboards.finding.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a link leads, and what goes along.
 *
 * @param link the link
 * @param values what its target's variables get
 * @param problems why it leads nowhere; none if it is good
 */
public record Destination(DrillDown link, List<Value> values, List<String> problems) {

  /**
   * The value of a variable.
   *
   * @param variable the name of the target's variable
   * @param source where its value comes from
   */
  public record Value(String variable, Source source) {}

  /** Where a value comes from. */
  public sealed interface Source {
    /** What was clicked has it as a label. */
    record Clicked(Label label) implements Source {}

    /** The reader chose it in a variable of this dashboard. */
    record Chosen(String variable) implements Source {}
  }

  public Destination {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** Follows a link on something that has the labels {@code clickable}. */
  public static Destination of(
      DrillDown link, Dashboard here, Set<String> clickable, Workspace workspace) {
    return of(link, here.variables(), clickable, workspace);
  }

  /** Follows a link on something that has the labels {@code clickable}, next to variables. */
  public static Destination of(
      DrillDown link, List<Variable> here, Set<String> clickable, Workspace workspace) {
    Optional<Dashboard> target = workspace.find(link.uid());
    if (target.isEmpty()) {
      return new Destination(link, List.of(), List.of(nowhere(link, workspace)));
    }
    List<Value> values = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Carried carried : link.carried()) {
      Optional<Variable> there = variable(target.get().variables(), carried.to());
      Optional<Source> source = source(carried.from(), here, clickable);
      if (there.isEmpty()) {
        problems.add(noVariable(target.get(), carried.to()));
      } else if (source.isEmpty()) {
        problems.add(
            "nothing here knows a '"
                + carried.from()
                + "' to carry to "
                + link.uid()
                + ": no label of the result"
                + (here.isEmpty() ? "" : ", no variable"));
      } else {
        values.add(new Value(there.get().name(), source.get()));
      }
    }
    return new Destination(link, values, problems);
  }

  private static Optional<Source> source(Label label, List<Variable> here, Set<String> clickable) {
    return clickable.contains(label.name())
        ? Optional.of(new Source.Clicked(label))
        : variable(here, label).map(variable -> new Source.Chosen(variable.name()));
  }

  private static Optional<Variable> variable(List<Variable> variables, Label label) {
    return variables.stream()
        .filter(it -> it.held().filter(held -> held.name().equals(label.name())).isPresent())
        .findFirst();
  }

  private static String nowhere(DrillDown link, Workspace workspace) {
    return "there is no dashboard '"
        + link.uid()
        + "'"
        + DidYouMean.oneOf(workspace.uids(), link.uid());
  }

  private static String noVariable(Dashboard target, Label label) {
    String others =
        target.variables().stream()
            .flatMap(it -> it.held().stream())
            .map(Label::name)
            .collect(joining(", "));
    return "%s has no variable for '%s'; %s"
        .formatted(
            target.uid(), label, others.isEmpty() ? "it has none" : "it has some for " + others);
  }
}
