package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.PanelIds;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.flow.Quantity;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.World;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.promql.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A dashboard, all queries of which have been read.
 *
 * @param dashboard the dashboard
 * @param ids the numbers of its panels
 * @param queries what is known about each query that is PromQL
 * @param broken what is wrong with the others
 */
public record Examined(
    Dashboard dashboard,
    PanelIds ids,
    Map<Target, Query> queries,
    Map<Target, ParseException> broken) {

  public static Examined of(Dashboard dashboard, World world, ClusterVersion version) {
    Map<Target, Query> queries = new HashMap<>();
    Map<Target, ParseException> broken = new HashMap<>();
    for (Target target : targets(dashboard)) {
      try {
        queries.put(
            target,
            Query.of(Promql.parse(target.promql(), Syntax.GRAFANA), world, Optional.of(version)));
      } catch (ParseException e) {
        broken.put(target, e);
      }
    }
    return new Examined(dashboard, PanelIds.of(dashboard), queries, broken);
  }

  private static List<Target> targets(Dashboard dashboard) {
    List<Target> targets = new ArrayList<>();
    dashboard.panels().forEach(panel -> targets.addAll(panel.frame().data().targets()));
    dashboard.annotations().stream().map(Annotation::target).forEach(targets::add);
    return targets;
  }

  /** What the values of a query measure. */
  public Optional<Quantity> quantity(Target target) {
    return Optional.ofNullable(queries.get(target)).map(query -> query.units().at(query.tree()));
  }

  /** The labels of the series that a query results in. */
  public Optional<SeriesLabels> labels(Target target) {
    return Optional.ofNullable(queries.get(target)).map(query -> query.labels().at(query.tree()));
  }

  /**
   * The labels that one can click on: in a table those of any of its queries, elsewhere those that
   * all of them have.
   */
  public Set<String> clickable(Panel panel) {
    List<Set<String>> ofQueries =
        panel.frame().data().targets().stream()
            .flatMap(target -> labels(target).stream())
            .map(SeriesLabels::possible)
            .toList();
    if (ofQueries.isEmpty()) {
      return Set.of();
    }
    Set<String> labels = new HashSet<>(ofQueries.getFirst());
    for (Set<String> others : ofQueries) {
      if (panel instanceof Table) {
        labels.addAll(others);
      } else {
        labels.retainAll(others);
      }
    }
    return labels;
  }

  /** The panels, in their order. */
  public Stream<Panel> panels() {
    return dashboard.panels();
  }
}
