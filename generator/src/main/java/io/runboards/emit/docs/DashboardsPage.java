package io.runboards.emit.docs;

import io.runboards.check.Examined;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Annotation;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Part;
import io.runboards.dashboard.Row;
import io.runboards.dashboard.Table;
import io.runboards.dashboard.Target;
import io.runboards.dashboard.Variable;
import io.runboards.emit.OutFile;
import io.runboards.promql.Promql;
import io.runboards.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page about all dashboards: what each answers, and how its numbers are made. */
public final class DashboardsPage {
  private static final String PATH = "docs/dashboards.md";
  private static final String TEMPLATE = "dashboards.md.ftl";

  private final Workspace workspace;

  private DashboardsPage(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What the template is filled with. */
  public record Content(String site, String cluster, String grafana, List<About> dashboards) {}

  /** A dashboard. */
  public record About(
      String uid,
      String title,
      String question,
      String reader,
      String folder,
      List<String> tags,
      List<Choice> variables,
      List<Section> rows,
      List<Mark> marks,
      List<Link> related,
      List<Link> leadsTo,
      List<Link> reachedFrom,
      int panels,
      int queries) {}

  /** A variable. */
  public record Choice(Markdown.Snippet name, String title, Markdown.Snippet chooses) {}

  /** Panels below a title, which may be empty. */
  public record Section(String title, boolean collapsed, List<Item> panels) {}

  /** A panel. */
  public record Item(
      String title,
      String kind,
      String about,
      String mayBeEmpty,
      List<Query> queries,
      List<Link> links) {}

  /** A query with the letter that its panel knows it by. */
  public record Query(String letter, Markdown.Snippet legend, Markdown.Snippet promql) {}

  /** Marks on the time axis. */
  public record Mark(String name, Query query) {}

  /** A link to another dashboard. */
  public record Link(String uid, String title) {}

  public static OutFile of(Site site, Workspace workspace) {
    DashboardsPage page = new DashboardsPage(workspace);
    List<About> dashboards = workspace.dashboards().stream().map(page::about).toList();
    Content content =
        new Content(
            site.name(),
            site.cluster().toString(),
            site.grafana().version().toString(),
            dashboards);
    return new OutFile(PATH, Pages.TEMPLATES.fill(TEMPLATE, content));
  }

  private About about(Examined examined) {
    Dashboard it = examined.dashboard();
    List<Section> rows = it.rows().stream().map(row -> section(row, examined)).toList();
    List<Item> panels = rows.stream().flatMap(row -> row.panels().stream()).toList();
    List<Mark> marks = it.annotations().stream().map(mark -> mark(mark, examined)).toList();
    return new About(
        it.uid(),
        it.title(),
        it.purpose(),
        it.reader(),
        it.folder(),
        it.tags(),
        it.variables().stream().map(DashboardsPage::choice).toList(),
        rows,
        marks,
        related(it),
        distinct(links(it)),
        dashboards()
            .filter(other -> links(other).anyMatch(link -> link.uid().equals(it.uid())))
            .map(DashboardsPage::to)
            .toList(),
        panels.size(),
        marks.size() + panels.stream().mapToInt(panel -> panel.queries().size()).sum());
  }

  private static Choice choice(Variable variable) {
    return new Choice(
        Markdown.markup(Markdown.codeInTable("$" + variable.name())),
        variable.title(),
        Markdown.markup(Words.choice(variable)));
  }

  private Section section(Row row, Examined examined) {
    return new Section(
        row.title(),
        row.collapsed(),
        row.panels().stream().map(panel -> item(panel, examined)).toList());
  }

  private Item item(Panel panel, Examined examined) {
    List<Target> targets = panel.frame().data().targets();
    return new Item(
        panel.title(),
        Words.kind(panel),
        panel.frame().heading().about(),
        panel.frame().availability().unlessMissing(),
        IntStream.range(0, targets.size())
            .mapToObj(i -> query(Target.refId(i), targets.get(i), examined))
            .toList(),
        distinct(links(panel)));
  }

  private static Mark mark(Annotation marks, Examined examined) {
    return new Mark(marks.name(), query("", marks.target(), examined));
  }

  private static Query query(String letter, Target target, Examined examined) {
    String promql =
        Optional.ofNullable(examined.queries().get(target))
            .map(query -> Promql.pretty(query.tree()))
            .orElse(target.promql());
    String legend = target.legend().isEmpty() ? "" : Markdown.code(target.legend());
    return new Query(
        letter, Markdown.markup(legend), Markdown.markup(Markdown.fenced("promql", promql)));
  }

  private List<Link> related(Dashboard dashboard) {
    return dashboards()
        .filter(other -> other.tags().contains(dashboard.related()))
        .filter(other -> !other.uid().equals(dashboard.uid()))
        .map(DashboardsPage::to)
        .toList();
  }

  private Stream<Dashboard> dashboards() {
    return workspace.dashboards().stream().map(Examined::dashboard);
  }

  private static Link to(Dashboard dashboard) {
    return new Link(dashboard.uid(), dashboard.title());
  }

  private static Stream<DrillDown> links(Dashboard dashboard) {
    return dashboard.panels().flatMap(DashboardsPage::links);
  }

  private static Stream<DrillDown> links(Panel panel) {
    Stream<Part> columns =
        panel instanceof Table table
            ? table.columns().stream().map(Table.Column::look)
            : Stream.empty();
    return Stream.concat(
        panel.frame().looks().links().stream(),
        Stream.concat(panel.frame().looks().parts().stream(), columns)
            .flatMap(part -> part.links().stream()));
  }

  private List<Link> distinct(Stream<DrillDown> links) {
    return links
        .map(DrillDown::uid)
        .distinct()
        .map(uid -> workspace.find(uid).map(DashboardsPage::to).orElse(new Link(uid, uid)))
        .toList();
  }
}
