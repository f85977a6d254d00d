package io.runboards.dashboard;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Frame.Alternative;
import io.runboards.dashboard.Frame.Data;
import io.runboards.dashboard.Frame.Looks;
import io.runboards.dashboard.Table.Column;
import io.runboards.dashboard.Table.OfLabel;
import io.runboards.dashboard.Table.OfQuery;
import io.runboards.dashboard.Variable.ValuesOf;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import io.runboards.query.ForVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A dashboard for the clusters of a version: with the names and the panels that are for it. */
public final class InVersion {
  private final ClusterVersion version;
  private final ForVersion names;

  public InVersion(ClusterVersion version, ForVersion names) {
    this.version = version;
    this.names = names;
  }

  /** The same dashboard; what its version lacks is replaced as the dashboard says. */
  public Dashboard of(Dashboard dashboard) {
    boolean asWritten =
        names.isNewest()
            && dashboard
                .panels()
                .allMatch(panel -> panel.frame().availability().alternatives().isEmpty());
    return asWritten
        ? dashboard
        : new Dashboard(
            dashboard.uid(),
            dashboard.title(),
            dashboard.purpose(),
            dashboard.reader(),
            dashboard.folder(),
            dashboard.tags(),
            dashboard.variables().stream().map(this::variable).toList(),
            dashboard.rows().stream()
                .map(this::row)
                .filter(row -> !row.panels().isEmpty())
                .toList(),
            dashboard.annotations().stream().map(this::annotation).toList(),
            dashboard.related(),
            dashboard.settings(),
            dashboard.origin());
  }

  private Variable variable(Variable variable) {
    return variable instanceof ValuesOf of
        ? new ValuesOf(
            of.name(),
            of.title(),
            names.label(of.label()),
            names.selected(of.source()),
            of.choice(),
            of.words().map(names::label),
            of.order())
        : variable;
  }

  private Row row(Row row) {
    List<Panel> panels = row.panels().stream().flatMap(panel -> panel(panel).stream()).toList();
    return new Row(row.title(), row.collapsed(), row.repeat(), panels);
  }

  private Optional<Panel> panel(Panel panel) {
    Optional<Alternative> instead =
        panel.frame().availability().alternatives().stream()
            .filter(alternative -> version.isBefore(alternative.before()))
            .min(Comparator.comparing(Alternative::before));
    return instead.isPresent()
        ? instead.get().panel().map(this::renamed)
        : Optional.of(renamed(panel));
  }

  private Panel renamed(Panel panel) {
    if (names.isNewest()) {
      return panel;
    }
    Frame frame = panel.frame();
    Data data = frame.data();
    Looks looks = frame.looks();
    Panel renamed =
        panel.withFrame(
            frame
                .with(
                    new Data(
                        data.targets().stream().map(this::target).toList(),
                        data.transformations(),
                        data.timeFrom(),
                        data.interval()))
                .with(
                    new Looks(
                        looks.fields(),
                        looks.parts().stream().map(this::part).toList(),
                        looks.links().stream().map(this::link).toList())));
    return renamed instanceof Table table
        ? table.columns(table.columns().stream().map(this::column).toArray(Column[]::new))
        : renamed;
  }

  private Column column(Column column) {
    return switch (column) {
      case OfLabel of -> new OfLabel(names.label(of.label()), part(of.look()));
      case OfQuery of -> new OfQuery(part(of.look()));
    };
  }

  private Part part(Part part) {
    return new Part(
        part.match(),
        part.fields(),
        part.line(),
        part.cell(),
        part.links().stream().map(this::link).toList());
  }

  private DrillDown link(DrillDown link) {
    return link.renamed(names::label);
  }

  private Annotation annotation(Annotation annotation) {
    return new Annotation(
        annotation.name(), target(annotation.target()), annotation.color(), annotation.shown());
  }

  /** A text that is no PromQL stays: whoever examines the dashboard will tell. */
  private Target target(Target target) {
    if (names.isNewest()) {
      return target;
    }
    String legend = names.legend(target.legend());
    try {
      String promql = names.expr(Promql.parse(target.promql(), Syntax.GRAFANA)).toString();
      return new Target(promql, legend, target.when(), target.mayBeEmpty(), target.origin());
    } catch (ParseException e) {
      return new Target(
          target.promql(), legend, target.when(), target.mayBeEmpty(), target.origin());
    }
  }
}
