package io.runboards.dashboards.faults;

import io.runboards.catalog.Label;
import io.runboards.check.DashboardChecks;
import io.runboards.check.Examined;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.Frame;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Threshold;
import io.runboards.flow.DisplayUnits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mistakes in what a panel says about its queries. */
final class PanelSlips {
  private static final Pattern IN_BRACES = Pattern.compile("(?<=\\{\\{)\\w+(?=}})");
  private static final Pattern VARIABLE = Pattern.compile("(?<=\\$)(?!__)[a-z]\\w+");

  /** What one takes for another. */
  private static final Map<String, String> OTHER_UNITS =
      Map.of(
          "percent", "percentunit",
          "percentunit", "percent",
          "s", "ms",
          "ms", "s",
          "bytes", "mbytes",
          "decbytes", "s",
          "watt", "joule",
          "none", "percent",
          "short", "percent");

  private PanelSlips() {}

  /**
   * A changed panel.
   *
   * @param panel the panel
   * @param lines the changed line
   */
  record Changed(Panel panel, Fault.Lines lines) {}

  static Stream<Changed> wrongUnits(Panel panel, Examined examined) {
    Fields fields = panel.frame().looks().fields();
    return fields
        .unit()
        .or(() ->
            panel.frame().data().targets().stream()
                .findFirst()
                .flatMap(examined::quantity)
                .flatMap(DisplayUnits::idFor))
        .map(unit -> {
          String other = OTHER_UNITS.getOrDefault(unit, "celsius".equals(unit) ? "watt" : "s");
          Fields changed =
              new Fields(
                  Optional.of(other),
                  fields.decimals(),
                  fields.min(),
                  fields.max(),
                  fields.base(),
                  fields.thresholds(),
                  fields.mappings(),
                  fields.colors(),
                  fields.noValue(),
                  fields.displayName());
          return new Changed(with(panel, changed), lines("unit " + unit, "unit " + other));
        })
        .stream();
  }

  /** Thresholds in percent for shares, or the other way round. */
  static Stream<Changed> thresholdsOff(Panel panel, Examined examined) {
    return panel.frame().data().targets().stream()
        .findFirst()
        .flatMap(examined::quantity)
        .map(quantity -> quantity.range().max())
        .filter(most -> most == 1 || most == 100)
        .map(most -> thresholds(panel, most == 1 ? 100 : 0.01))
        .filter(changed -> !changed.panel().equals(panel))
        .stream();
  }

  private static Changed thresholds(Panel panel, double factor) {
    Fields fields = panel.frame().looks().fields();
    List<Threshold> others =
        fields.thresholds().stream()
            .map(it -> new Threshold(it.from() * factor, it.color()))
            .toList();
    Fields changed =
        new Fields(
            fields.unit(),
            fields.decimals(),
            fields.min(),
            fields.max(),
            fields.base(),
            others,
            fields.mappings(),
            fields.colors(),
            fields.noValue(),
            fields.displayName());
    return new Changed(
        with(panel, changed),
        lines(
            "thresholds from " + values(fields.thresholds()), "thresholds from " + values(others)));
  }

  private static List<Double> values(List<Threshold> thresholds) {
    return thresholds.stream().map(Threshold::from).toList();
  }

  static Stream<Changed> legendsOfMissingLabels(Panel panel, Examined examined) {
    return targets(
        panel,
        target ->
            IN_BRACES
                .matcher(target.legend())
                .results()
                .map(found -> replaced(target.legend(), found.start(), found.end()))
                .map(legend -> other(target, target.promql(), legend, target.when())));
  }

  static Stream<Changed> variablesMisspelt(Panel panel, Examined examined) {
    return targets(
        panel,
        target ->
            VARIABLE
                .matcher(target.promql())
                .results()
                .map(found -> replaced(target.promql(), found.start(), found.end()))
                .distinct()
                .map(promql -> other(target, promql, target.legend(), target.when())));
  }

  private static String replaced(String text, int from, int to) {
    return text.substring(0, from) + Misspelling.of(text.substring(from, to)) + text.substring(to);
  }

  static Stream<Changed> otherTimes(Panel panel, Examined examined) {
    return targets(
        panel,
        target -> {
          Target.When other =
              target.when() == Target.When.NOW ? Target.When.RANGE : Target.When.NOW;
          return Stream.of(other(target, target.promql(), target.legend(), other));
        });
  }

  static Stream<Changed> columnsOfMissingLabels(Panel panel, Examined examined) {
    if (!(panel instanceof Table table)) {
      return Stream.empty();
    }
    return IntStream.range(0, table.columns().size())
        .boxed()
        .flatMap(i ->
            table.columns().get(i) instanceof Table.OfLabel(Label label, Part look)
                ? Stream.of(column(table, i, label, look))
                : Stream.empty());
  }

  private static Changed column(Table table, int index, Label label, Part look) {
    Label other = Label.bounded(Misspelling.of(label.name()), label.help());
    List<Table.Column> columns = new ArrayList<>(table.columns());
    columns.set(index, new Table.OfLabel(other, look));
    return new Changed(
        table.columns(columns.toArray(Table.Column[]::new)),
        lines("column of " + label.name(), "column of " + other.name()));
  }

  static Stream<Changed> linksToNowhere(Panel panel, Examined examined) {
    return links(
        panel, link -> new DrillDown(Misspelling.of(link.uid()), link.title(), link.carried()));
  }

  static Stream<Changed> linksCarryingNothing(Panel panel, Examined examined) {
    return links(
        panel,
        link ->
            new DrillDown(
                link.uid(),
                link.title(),
                link.carried().stream()
                    .map(it -> new DrillDown.Carried(misspelt(it.from()), misspelt(it.to())))
                    .toList()));
  }

  private static Label misspelt(Label label) {
    return Label.bounded(Misspelling.of(label.name()), label.help());
  }

  /** Each link of a panel, also those of its columns, for itself. */
  private static Stream<Changed> links(Panel panel, UnaryOperator<DrillDown> change) {
    return DashboardChecks.links(panel)
        .filter(link -> !change.apply(link).equals(link))
        .map(link ->
            new Changed(
                relinked(panel, link, change.apply(link)),
                lines("link to " + words(link), "link to " + words(change.apply(link)))));
  }

  private static String words(DrillDown link) {
    return link.uid()
        + link.carried().stream()
            .map(it -> " " + it.from().name() + " → " + it.to().name())
            .toList();
  }

  private static Panel relinked(Panel panel, DrillDown before, DrillDown after) {
    Frame frame = panel.frame();
    Frame.Looks looks = frame.looks();
    Panel changed =
        with(
            panel,
            new Frame.Looks(
                looks.fields(),
                looks.parts().stream().map(part -> relinked(part, before, after)).toList(),
                replaced(looks.links(), before, after)));
    return changed instanceof Table table
        ? table.columns(
            table.columns().stream()
                .map(column ->
                    switch (column) {
                      case Table.OfLabel(Label label, Part look) ->
                          new Table.OfLabel(label, relinked(look, before, after));
                      case Table.OfQuery(Part look) ->
                          new Table.OfQuery(relinked(look, before, after));
                    })
                .toArray(Table.Column[]::new))
        : changed;
  }

  private static Part relinked(Part part, DrillDown before, DrillDown after) {
    return new Part(
        part.match(),
        part.fields(),
        part.line(),
        part.cell(),
        replaced(part.links(), before, after));
  }

  private static List<DrillDown> replaced(
      List<DrillDown> links, DrillDown before, DrillDown after) {
    List<DrillDown> changed = new ArrayList<>(links);
    Collections.replaceAll(changed, before, after);
    return changed;
  }

  static Target other(Target target, String promql, String legend, Target.When when) {
    return new Target(promql, legend, when, target.mayBeEmpty(), target.origin());
  }

  /** A panel with another query in the place of one. */
  static Panel with(Panel panel, Target before, Target after) {
    Frame.Data data = panel.frame().data();
    List<Target> targets = data.targets().stream().map(it -> it == before ? after : it).toList();
    Frame frame = panel.frame();
    return panel.withFrame(
        new Frame(
            frame.heading(),
            new Frame.Data(targets, data.transformations(), data.timeFrom(), data.interval()),
            frame.looks(),
            frame.space(),
            frame.availability()));
  }

  private static Stream<Changed> targets(Panel panel, Function<Target, Stream<Target>> change) {
    return panel.frame().data().targets().stream()
        .flatMap(target ->
            change
                .apply(target)
                .map(other ->
                    new Changed(with(panel, target, other), lines(words(target), words(other)))));
  }

  private static String words(Target target) {
    return "%s \"%s\" %s".formatted(target.when(), target.legend(), target.promql());
  }

  private static Panel with(Panel panel, Fields fields) {
    Frame.Looks looks = panel.frame().looks();
    return with(panel, new Frame.Looks(fields, looks.parts(), looks.links()));
  }

  private static Panel with(Panel panel, Frame.Looks looks) {
    Frame frame = panel.frame();
    return panel.withFrame(
        new Frame(frame.heading(), frame.data(), looks, frame.space(), frame.availability()));
  }

  private static Fault.Lines lines(String before, String after) {
    return new Fault.Lines(before, after);
  }

  /** The faults of a dashboard in which one panel is changed. */
  interface OfPanel {
    Stream<Changed> in(Panel panel, Examined examined);

    default Stream<Fault> in(Slip slip, Dashboard dashboard, Examined examined) {
      return dashboard
          .panels()
          .flatMap(panel ->
              in(panel, examined)
                  .map(it -> new Fault.OfPanel(slip, dashboard, panel, it.panel(), it.lines())));
    }
  }
}
