package io.runboards.emit.grafana;

import io.runboards.catalog.Label;
import io.runboards.check.Destination;
import io.runboards.check.Destination.Source;
import io.runboards.dashboard.BarChart;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Table.OfLabel;
import io.runboards.dashboard.Table.OfQuery;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Transformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a panel that shows rows: what Prometheus calls them and what people read.
 *
 * @param panel a table or a bar chart
 * @param forLinks labels that nobody sees and links need
 */
record Columns(Panel panel, List<Label> forLinks) {
  private static final String TIME = "Time";

  /** What a regular expression of JavaScript does not take literally. */
  private static final Pattern SPECIAL = Pattern.compile("[.*+?^${}()|\\[\\]\\\\/]");

  /** Whether a panel shows rows of a table, not series. */
  static boolean in(Panel panel) {
    return panel instanceof Table || panel instanceof BarChart;
  }

  /** The columns of a panel, with those that its links need. */
  static Columns of(Panel panel, List<Destination> links) {
    if (declared(panel).isEmpty()) {
      return new Columns(panel, List.of());
    }
    List<String> shown = labels(panel).map(Label::name).toList();
    List<Label> missing =
        links.stream()
            .flatMap(link -> link.values().stream())
            .flatMap(value ->
                value.source() instanceof Source.Clicked(Label label)
                    ? Stream.of(label)
                    : Stream.empty())
            .filter(label -> !shown.contains(label.name()))
            .distinct()
            .toList();
    return new Columns(panel, missing);
  }

  private static List<Table.Column> declared(Panel panel) {
    return panel instanceof Table table ? table.columns() : List.of();
  }

  private static Stream<Label> labels(Panel panel) {
    return declared(panel).stream()
        .filter(OfLabel.class::isInstance)
        .map(column -> ((OfLabel) column).label());
  }

  /** The query that fills a column; empty for a label. */
  Stream<Target> target(Table.Column column) {
    return switch (column) {
      case OfLabel of -> Stream.empty();
      case OfQuery of -> targets().stream().filter(it -> it.legend().equals(of.title())).limit(1);
    };
  }

  private List<Target> targets() {
    return panel.frame().data().targets();
  }

  /** What Grafana does to get from the results of the queries to the rows. */
  List<Transformation> steps() {
    List<Transformation> own = panel.frame().data().transformations();
    if (declared(panel).isEmpty() && !own.isEmpty()) {
      return own;
    }
    Map<String, String> names = names();
    List<Transformation> steps = new ArrayList<>();
    if (!declared(panel).isEmpty()) {
      steps.add(new Transformation.Keep(only(names)));
    }
    if (targets().size() > 1) {
      steps.add(new Transformation.Merge());
    }
    List<String> order = declared(panel).isEmpty() ? List.of() : List.copyOf(names.keySet());
    Map<String, String> renamed = new LinkedHashMap<>(names);
    renamed.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
    steps.add(new Transformation.Organize(order, renamed, List.of(TIME)));
    steps.addAll(own);
    return steps;
  }

  /** Prometheus' names of the columns in their order, each with the title. */
  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    if (declared(panel).isEmpty()) {
      for (Target target : targets()) {
        if (!target.legend().isEmpty()) {
          names.put(value(target), target.legend());
        }
      }
    }
    for (Table.Column column : declared(panel)) {
      switch (column) {
        case OfLabel of -> names.put(of.label().name(), of.title());
        case OfQuery of -> target(of).forEach(target -> names.put(value(target), of.title()));
      }
    }
    forLinks.forEach(label -> names.put(label.name(), label.name()));
    return names;
  }

  /** A series may carry labels that nobody knows of: only what was asked for is kept. */
  private static String only(Map<String, String> names) {
    return Stream.concat(Stream.of(TIME), names.keySet().stream())
        .map(Columns::literal)
        .collect(Collectors.joining("|", "^(?:", ")$"));
  }

  private static String literal(String name) {
    return SPECIAL.matcher(name).replaceAll("\\\\$0");
  }

  private String value(Target target) {
    return targets().size() == 1 ? "Value" : "Value #" + Target.refId(targets().indexOf(target));
  }
}
