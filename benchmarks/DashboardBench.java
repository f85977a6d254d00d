import static io.runboards.catalog.Labels.CLUSTER_ID;
import static io.runboards.catalog.Labels.NODE;
import static io.runboards.catalog.Labels.PROJECT;
import static io.runboards.dashboard.Dashboard.dashboard;
import static io.runboards.dashboard.DrillDown.linkTo;
import static io.runboards.dashboard.Variable.valuesOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runboards.catalog.ClusterVersion;
import io.runboards.catalog.Runai;
import io.runboards.check.DashboardChecks;
import io.runboards.check.Examined;
import io.runboards.check.Remark;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Color;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Framed;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Panels;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Threshold;
import io.runboards.dashboard.Variable;
import io.runboards.emit.grafana.DataSourceChoice;
import io.runboards.emit.grafana.GrafanaDashboard;
import io.runboards.flow.World;
import io.runboards.query.Condition;
import io.runboards.site.GrafanaVersion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * W(n) with runboards: n dashboards of 20 panels for n clusters, defined, checked by all checks and
 * written to one file each. Prints what it did.
 *
 * <p>Arguments: the content ({@code spec.json}), how many dashboards, the folder to write to.
 */
public final class DashboardBench {
  private static final Pattern GROUPED =
      Pattern.compile("(?:topk\\(\\d+, )?[a-z]+ by \\(([a-z_, ]+)\\)");

  private DashboardBench() {}

  /** A row of the content. */
  private record Group(String title, List<Item> items) {}

  /** A panel of the content, whose queries lack the name of a cluster. */
  private record Item(
      String kind, String title, String unit, int width, int height, List<Expression> queries) {}

  /** A query with a gap for the name of a cluster. */
  private record Expression(String before, String after, String legend) {
    String in(String cluster) {
      return before + cluster + after;
    }
  }

  public static void main(String[] args) throws Exception {
    List<Group> content = content(Path.of(args[0]));
    int count = Integer.parseInt(args[1]);
    Path folder = Files.createDirectories(Path.of(args[2]));
    List<Dashboard> dashboards =
        IntStream.range(0, count).mapToObj(i -> define(i, (i + 1) % count, content)).toList();
    Workspace workspace = Workspace.of(dashboards, World.standard(), ClusterVersion.V2_17);
    List<Remark> remarks = DashboardChecks.check(workspace);
    DataSourceChoice choice = DataSourceChoice.byReader();
    for (Examined examined : workspace.dashboards()) {
      GrafanaDashboard out =
          GrafanaDashboard.of(examined, workspace, GrafanaVersion.NEWEST, choice);
      Files.writeString(folder.resolve(examined.dashboard().uid() + ".json"), out.classic());
    }
    System.out.println(report(dashboards, remarks));
  }

  private static String report(List<Dashboard> dashboards, List<Remark> remarks) {
    Map<String, Integer> findings = new TreeMap<>();
    remarks.forEach(remark -> findings.merge(remark.finding().id(), 1, Integer::sum));
    long panels = dashboards.stream().flatMap(Dashboard::panels).count();
    long queries =
        dashboards.stream()
            .flatMap(Dashboard::panels)
            .mapToLong(panel -> panel.frame().data().targets().size())
            .sum();
    return "%d dashboards, %d panels, %d queries checked; %d findings %s"
        .formatted(dashboards.size(), panels, queries, remarks.size(), findings);
  }

  private static Dashboard define(int number, int next, List<Group> content) {
    String cluster = name("cluster", number);
    DrillDown link = linkTo(name("w", next), "The next cluster");
    Condition here = Condition.is(CLUSTER_ID, cluster);
    Variable nodes = valuesOf(NODE, Runai.GPU_COUNT_PER_NODE).where(here).multi().orAll();
    Variable projects =
        valuesOf(PROJECT, Runai.ALLOCATED_GPU_COUNT_PER_PROJECT).where(here).multi().orAll();
    return dashboard(name("w", number), "Cluster " + cluster)
        .answers("How does " + cluster + " do?", "operators")
        .in("Clusters")
        .tagged("w", "gpu")
        .variables(nodes, projects)
        .rows(content.stream().map(group -> row(group, cluster, link)).toList());
  }

  private static String name(String what, int number) {
    return String.format(Locale.ROOT, "%s-%04d", what, number);
  }

  private static Row row(Group group, String cluster, DrillDown link) {
    return Panels.row(
        group.title(),
        group.items().stream().map(item -> panel(item, cluster, link)).toArray(Panel[]::new));
  }

  private static Panel panel(Item item, String cluster, DrillDown link) {
    return switch (item.kind()) {
      case "timeseries" ->
          filled(Panels.timeseries(item.title()), item, cluster, link)
              .parts(Part.ofQuery("B").in(Color.BLUE).dashed());
      case "stat" -> filled(Panels.stat(item.title()), item, cluster, link);
      case "gauge" ->
          filled(Panels.gauge(item.title()), item, cluster, link).min(0).max(full(item));
      case "table" ->
          filled(Panels.table(item.title()), item, cluster, link)
              .drillDown(linkTo(link.uid(), "The same there").carrying(PROJECT));
      default -> throw new IllegalArgumentException(item.kind());
    };
  }

  private static <P extends Panel & Framed<P>> P filled(
      P empty, Item item, String cluster, DrillDown link) {
    P panel = empty;
    for (Expression query : item.queries()) {
      panel = panel.query(query.in(cluster), query.legend());
    }
    return panel
        .about(item.title() + " of " + cluster + ".")
        .unit(item.unit())
        .thresholds(
            Color.GREEN,
            Threshold.from(full(item) * 0.75, Color.ORANGE),
            Threshold.from(full(item), Color.RED))
        .width(item.width())
        .height(item.height())
        .drillDown(link);
  }

  private static double full(Item item) {
    return item.unit().equals("percentunit") ? 1 : 100;
  }

  private static List<Group> content(Path spec) throws Exception {
    List<Group> groups = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(new File(spec.toString())).get("rows")) {
      groups.add(
          new Group(
              row.get("title").textValue(),
              StreamSupport.stream(row.get("panels").spliterator(), false)
                  .map(DashboardBench::item)
                  .toList()));
    }
    return groups;
  }

  private static Item item(JsonNode panel) {
    String kind = panel.get("kind").textValue();
    String title = panel.get("title").textValue();
    List<Expression> queries = new ArrayList<>();
    for (JsonNode query : panel.get("exprs")) {
      String before = query.get(0).textValue();
      String legend = kind.equals("timeseries") ? legend(before, title) : title;
      queries.add(
          new Expression(
              before, query.get(1).textValue(), queries.isEmpty() ? legend : legend + " (second)"));
    }
    return new Item(
        kind,
        title,
        panel.get("unit").textValue(),
        panel.get("w").intValue(),
        panel.get("h").intValue(),
        queries);
  }

  /** The values of the labels by which a query groups, or else its panel's title. */
  private static String legend(String query, String title) {
    Matcher grouped = GROUPED.matcher(query);
    return grouped.lookingAt() ? "{{" + grouped.group(1).replace(", ", "}} {{") + "}}" : title;
  }
}
