package io.runboards.dashboards.faults;

import io.runboards.catalog.Label;
import io.runboards.check.Edit;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Variable;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.flow.World;
import io.runboards.query.Selected;
import java.util.stream.Stream;

/** Mistakes in what the reader of a dashboard chooses. */
final class VariableSlips {
  private VariableSlips() {}

  /** The variable is called otherwise, and the queries are as they were. */
  static Stream<ValuesOf> renamed(ValuesOf variable, World world) {
    return Stream.of(variable.named(Misspelling.of(variable.name())));
  }

  static Stream<ValuesOf> ofOtherMetrics(ValuesOf variable, World world) {
    return Subject.neighbour(variable.source().metric(), world).stream()
        .map(other -> new Selected(other, Edit.named(variable.source().expr(), other.name())))
        .map(source -> with(variable, variable.label(), source));
  }

  static Stream<ValuesOf> ofOtherLabels(ValuesOf variable, World world) {
    return variable.source().metric().labels().stream()
        .filter(label -> !label.equals(variable.label()))
        .limit(1)
        .map(label -> with(variable, label, variable.source()));
  }

  private static ValuesOf with(ValuesOf variable, Label label, Selected source) {
    return new ValuesOf(
        variable.name(),
        variable.title(),
        label,
        source,
        variable.choice(),
        variable.words(),
        variable.order());
  }

  /** The faults of a dashboard in which one variable is changed. */
  interface OfVariable {
    Stream<ValuesOf> in(ValuesOf variable, World world);

    default Stream<Fault> in(Slip slip, Dashboard dashboard, World world) {
      return dashboard.variables().stream()
          .filter(ValuesOf.class::isInstance)
          .map(ValuesOf.class::cast)
          .flatMap(variable ->
              in(variable, world).map(other -> fault(slip, dashboard, variable, other)));
    }
  }

  private static Fault fault(Slip slip, Dashboard dashboard, ValuesOf before, ValuesOf after) {
    return new Fault.OfVariable(
        slip,
        dashboard,
        dashboard.variables(
            dashboard.variables().stream()
                .map(it -> it == before ? after : it)
                .toArray(Variable[]::new)),
        before.name(),
        new Fault.Lines(words(before), words(after)));
  }

  private static String words(ValuesOf variable) {
    return "$%s: %s of %s".formatted(variable.name(), variable.label(), variable.source());
  }
}
