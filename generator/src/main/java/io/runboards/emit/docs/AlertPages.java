package io.runboards.emit.docs;

import io.runboards.check.ExaminedRule;
import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.DrillDown;
import io.runboards.emit.OutFile;
import io.runboards.emit.docs.Markdown.Snippet;
import io.runboards.promql.Promql;
import io.runboards.rules.Alert;
import io.runboards.rules.Recording;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleTest;
import io.runboards.rules.Then;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A page about all alerts and recording rules, and a runbook for each alert. */
public final class AlertPages {
  private static final String INDEX = "docs/alerts.md";
  private static final String RUNBOOKS = "docs/runbooks/";

  private final Site site;
  private final Workspace workspace;
  private final RuleGraph graph;
  private final Map<Rule, ExaminedRule> examined = new IdentityHashMap<>();

  private AlertPages(Site site, Workspace workspace) {
    this.site = site;
    this.workspace = workspace;
    this.graph = RuleGraph.of(workspace.book());
    workspace.rules().forEach(rule -> examined.put(rule.rule(), rule));
  }

  /** What the page about all alerts is filled with. */
  public record Index(String site, String cluster, List<Subject> subjects) {}

  /** The rules of a file. */
  public record Subject(
      String id, String title, String team, List<Line> alerts, List<Recorded> recorded) {}

  /** An alert in a table. */
  public record Line(
      String name, String file, String severity, String hold, Snippet means, int tests) {}

  /** What a recording rule writes. */
  public record Recorded(Snippet name, String help, String unit, Snippet labels, Snippet promql) {}

  /** What a runbook is filled with. */
  public record Page(
      String name,
      String summary,
      String description,
      String severity,
      String team,
      String hold,
      String after,
      String since,
      Subject subject,
      Snippet means,
      Snippet matters,
      Snippet promql,
      List<Recorded> reads,
      List<Place> places,
      List<Snippet> steps,
      Snippet silence,
      Snippet command,
      String silences,
      List<Proof> tests) {}

  /** A dashboard that shows more. */
  public record Place(String title, String address, Snippet labels) {}

  /** A test, and what the alert does in it. */
  public record Proof(String does, String at, String given) {}

  /** No page if there are no rules. */
  public static List<OutFile> of(Site site, Workspace workspace) {
    if (workspace.rules().isEmpty()) {
      return List.of();
    }
    AlertPages pages = new AlertPages(site, workspace);
    List<OutFile> files = new ArrayList<>();
    files.add(pages.index());
    for (RuleFile file : workspace.book().files()) {
      file.alerts().map(alert -> pages.runbook(alert, file)).forEach(files::add);
    }
    return List.copyOf(files);
  }

  private OutFile index() {
    List<Subject> subjects =
        workspace.book().files().stream()
            .filter(file -> !file.groups().isEmpty())
            .map(this::subject)
            .toList();
    Index index = new Index(site.name(), site.cluster().toString(), subjects);
    return new OutFile(INDEX, Pages.TEMPLATES.fill("alerts.md.ftl", index));
  }

  private Subject subject(RuleFile file) {
    return new Subject(
        file.name(),
        file.title(),
        file.team(),
        file.alerts().map(alert -> line(alert, file)).toList(),
        file.recordings().map(this::recorded).toList());
  }

  private static Line line(Alert alert, RuleFile file) {
    return new Line(
        alert.name(),
        "runbooks/" + alert.name() + ".md",
        alert.urgency().label(),
        hold(alert),
        Markdown.markup(Markdown.inTable(firstSentence(alert.runbook().means()))),
        proofs(alert, file).size());
  }

  private static String firstSentence(String text) {
    return text.split("(?<=[.!?])\\s", 2)[0];
  }

  private OutFile runbook(Alert alert, RuleFile file) {
    Page page =
        new Page(
            alert.name(),
            Words.text(alert.text().summary()),
            Words.text(alert.text().description()),
            alert.urgency().label(),
            alert.team(),
            hold(alert),
            alert.hold().after().isNone() ? "" : alert.hold().after().toString(),
            alert.since().map(Object::toString).orElse(""),
            subject(file),
            prose(alert.runbook().means()),
            prose(alert.runbook().matters()),
            promql(alert),
            graph.below(alert).stream().map(this::recorded).toList(),
            alert.lookAt().stream().map(this::place).toList(),
            alert.runbook().steps().stream().map(AlertPages::step).toList(),
            prose(alert.runbook().silence()),
            Markdown.markup(Markdown.fenced("sh", SilenceCommand.of(alert))),
            site.grafana().url() + "/alerting/silences",
            proofs(alert, file));
    return new OutFile(RUNBOOKS + alert.name() + ".md", Pages.TEMPLATES.fill("runbook.md.ftl", page));
  }

  private static String hold(Alert alert) {
    return alert.hold().before().isNone() ? "" : alert.hold().before().toString();
  }

  private Recorded recorded(Recording rule) {
    List<String> labels = rule.metric().labels().stream().map(Object::toString).toList();
    return new Recorded(
        Markdown.markup(Markdown.codeInTable(rule.name())),
        rule.metric().help(),
        rule.metric().unit().label(),
        Markdown.markup(Words.codes(labels)),
        promql(rule));
  }

  private Snippet promql(Rule rule) {
    String text =
        Optional.ofNullable(examined.get(rule))
            .flatMap(ExaminedRule::query)
            .map(query -> Promql.pretty(query.tree()))
            .orElseGet(() -> rule.series().expr().toString());
    return Markdown.markup(Markdown.fenced("promql", text));
  }

  private Place place(DrillDown link) {
    String title = workspace.find(link.uid()).map(Dashboard::title).orElse(link.title());
    List<String> labels = link.carried().stream().map(it -> it.from().name()).toList();
    return new Place(
        title, site.grafana().dashboard(link.uid()), Markdown.markup(Words.codes(labels)));
  }

  private static Snippet prose(String markdown) {
    return Markdown.markup(Markdown.prose(markdown));
  }

  /** Lines after the first belong to the same item of the list. */
  private static Snippet step(String markdown) {
    return Markdown.markup(Markdown.prose(markdown).replaceAll("\n(?!\n)", "\n   "));
  }

  private static List<Proof> proofs(Alert alert, RuleFile file) {
    return file.tests().stream().flatMap(test -> proofs(alert, test)).distinct().toList();
  }

  private static Stream<Proof> proofs(Alert alert, RuleTest test) {
    return test.then().stream()
        .filter(then -> then.rule().name().equals(alert.name()))
        .map(then ->
            new Proof(
                then instanceof Then.Fires ? "fires" : "silent",
                then.at().toString(),
                test.name()));
  }
}
