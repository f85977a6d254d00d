package io.runboards.emit.grafana;

import io.runboards.catalog.Label;
import io.runboards.check.Destination;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Fields;
import io.runboards.dashboard.Heatmap;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.TimeSeries;
import io.runboards.dashboard.Transformation;
import io.runboards.emit.grafana.FieldConfig.Special;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Derives how the values of one panel look from its queries and from what was said. */
final class PanelFields {
  private final Panel panel;
  private final Scene scene;
  private final PanelUnits units;
  private final Set<String> clickable;
  private final Columns columns;

  private PanelFields(Panel panel, Scene scene) {
    this.panel = panel;
    this.scene = scene;
    this.units = PanelUnits.of(panel, scene.examined());
    this.clickable =
        links(panel).findAny().isPresent() ? scene.examined().clickable(panel) : Set.of();
    this.columns = Columns.of(panel, destinations(links(panel).toList()));
  }

  static PanelFields of(Panel panel, Scene scene) {
    return new PanelFields(panel, scene);
  }

  /** What is done with the results of the queries. */
  List<Transformation> steps() {
    return Columns.in(panel) ? columns.steps() : panel.frame().data().transformations();
  }

  PanelUnits units() {
    return units;
  }

  private static Stream<DrillDown> links(Panel panel) {
    Stream<DrillDown> ofParts =
        panel.frame().looks().parts().stream().flatMap(part -> part.links().stream());
    Stream<DrillDown> ofColumns =
        columns(panel).stream().flatMap(column -> column.look().links().stream());
    return Stream.of(panel.frame().looks().links().stream(), ofParts, ofColumns).flatMap(it -> it);
  }

  private static List<Table.Column> columns(Panel panel) {
    return panel instanceof Table table ? table.columns() : List.of();
  }

  FieldConfig config() {
    return new FieldConfig(defaults(), specials());
  }

  private Fields fields() {
    return panel.frame().looks().fields();
  }

  private List<Setting> defaults() {
    List<Setting> settings = new ArrayList<>();
    if (fields().unit().isEmpty()) {
      units.ofAll().ifPresent(unit -> settings.add(Setting.of("unit", unit)));
    }
    if (fields().min().isEmpty() && fields().max().isEmpty()) {
      units
          .limit()
          .ifPresent(max -> {
            settings.add(Setting.of("min", 0.0));
            settings.add(Setting.of("max", max));
          });
    }
    if (!(panel instanceof Heatmap)) {
      settings.addAll(FieldSettings.of(fields()));
    }
    settings.addAll(PanelColors.ofPanel(panel, scene.version()));
    List<DrillDown> links = panel.frame().looks().links();
    if (!links.isEmpty() && columns(panel).isEmpty()) {
      settings.add(links(links));
    }
    if (panel instanceof TimeSeries series) {
      settings.addAll(ofTimeSeries(series));
    }
    if (panel instanceof Table table) {
      ColumnWidths.least(table)
          .ifPresent(pixels -> settings.add(Setting.of("custom.minWidth", pixels)));
    }
    return settings;
  }

  private static List<Setting> ofTimeSeries(TimeSeries panel) {
    List<Setting> settings = LineSettings.ofPanel(panel.line());
    if (!panel.axisTitle().isEmpty()) {
      settings.add(Setting.of("custom.axisLabel", panel.axisTitle()));
    }
    if (panel.limits()) {
      settings.add(
          Setting.object("custom.thresholdsStyle", style -> style.field("mode", "dashed")));
    }
    return settings;
  }

  private List<Special> specials() {
    List<Special> specials = new ArrayList<>();
    if (fields().unit().isEmpty()) {
      specials.addAll(units.different());
    }
    boolean first = true;
    for (Table.Column column : columns(panel)) {
      boolean leading = first && !column.look().cell().hidden();
      first &= !leading;
      add(specials, column.look().match(), ofColumn(column, leading));
    }
    for (Label label : columns.forLinks()) {
      add(
          specials,
          new Part.Match.ByName(label.name()),
          List.of(CellSettings.hidden(scene.version())));
    }
    for (Part part : panel.frame().looks().parts()) {
      add(specials, part.match(), ofPart(part, part.links()));
    }
    return specials;
  }

  private static void add(List<Special> specials, Part.Match match, List<Setting> settings) {
    if (!settings.isEmpty()) {
      specials.add(new Special(match, settings));
    }
  }

  private List<Setting> ofColumn(Table.Column column, boolean leading) {
    List<Setting> settings = new ArrayList<>();
    Optional<Target> target = columns.target(column).findFirst();
    if (column.look().fields().unit().isEmpty() && fields().unit().isEmpty()) {
      target.flatMap(units::of).ifPresent(unit -> settings.add(Setting.of("unit", unit)));
    }
    List<DrillDown> links = new ArrayList<>(column.look().links());
    if (leading) {
      links.addAll(panel.frame().looks().links());
    }
    settings.addAll(ofPart(column.look(), links));
    return settings;
  }

  private List<Setting> ofPart(Part part, List<DrillDown> links) {
    List<Setting> settings = FieldSettings.of(part.fields());
    settings.addAll(PanelColors.ofPart(part.fields(), panel, scene.version()));
    if (!links.isEmpty()) {
      settings.add(links(links));
    }
    settings.addAll(LineSettings.of(part.line()));
    settings.addAll(CellSettings.of(part.cell(), scene.version()));
    return settings;
  }

  private Setting links(List<DrillDown> links) {
    return DrillDowns.setting(
        destinations(links), scene, Columns.in(panel) ? DrillDowns::ofRow : DrillDowns::ofSeries);
  }

  private List<Destination> destinations(List<DrillDown> links) {
    return links.stream()
        .map(link -> Destination.of(link, scene.dashboard(), clickable, scene.workspace()))
        .toList();
  }
}
