package io.runboards.check;

import io.runboards.catalog.Catalog;
import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.InVersion;
import io.runboards.dashboard.Panel;
import io.runboards.flow.World;
import io.runboards.query.ForVersion;
import io.runboards.rules.Recording;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGraph;
import io.runboards.rules.RuleGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All dashboards and rules of one installation, which lead to each other. */
public final class Workspace {
  private final List<Examined> dashboards;
  private final RuleBook book;
  private final List<ExaminedRule> rules;
  private final RuleGraph graph;
  private final Map<String, List<ExaminedRule>> writers = new HashMap<>();
  private final World world;
  private final ClusterVersion version;
  private final Map<String, Dashboard> byUid = new HashMap<>();
  private final Map<List<String>, Dashboard> byTitle = new HashMap<>();
  private final Map<String, Panel> shared = new HashMap<>();

  private Workspace(List<Examined> dashboards, RuleBook book, World world, ClusterVersion version) {
    this.dashboards = List.copyOf(dashboards);
    this.book = book;
    this.rules = examined(book, world, version);
    this.graph = RuleGraph.of(book);
    this.world = world;
    this.version = version;
    for (Examined examined : dashboards) {
      Dashboard dashboard = examined.dashboard();
      byUid.putIfAbsent(dashboard.uid(), dashboard);
      byTitle.putIfAbsent(List.of(dashboard.folder(), dashboard.title()), dashboard);
      dashboard.panels().forEach(it -> shared.putIfAbsent(it.frame().heading().library(), it));
    }
    for (ExaminedRule rule : rules) {
      if (rule.rule() instanceof Recording) {
        writers.computeIfAbsent(rule.rule().name(), name -> new ArrayList<>()).add(rule);
      }
    }
  }

  /** Reads dashboards and rules as they are on clusters of a version. */
  public static Workspace of(
      List<Dashboard> dashboards, RuleBook rules, World world, ClusterVersion version) {
    Catalog catalog = world.catalog().with(rules.family());
    ForVersion names = new ForVersion(version, catalog);
    InVersion inVersion = new InVersion(version, names);
    RuleBook then = rules.inVersion(names);
    World known = new World(world.catalog().asIn(version).with(then.family()), world.extraLabels());
    return new Workspace(
        dashboards.stream()
            .map(inVersion::of)
            .map(dashboard -> Examined.of(dashboard, known, version))
            .toList(),
        then,
        known,
        version);
  }

  /** Dashboards that come without rules. */
  public static Workspace of(List<Dashboard> dashboards, World world, ClusterVersion version) {
    return of(dashboards, RuleBook.NONE, world, version);
  }

  private static List<ExaminedRule> examined(RuleBook book, World world, ClusterVersion version) {
    List<ExaminedRule> rules = new ArrayList<>();
    for (RuleFile file : book.files()) {
      for (RuleGroup group : file.groups()) {
        group
            .rules()
            .forEach(rule -> rules.add(ExaminedRule.of(rule, group, file, world, version)));
      }
    }
    return List.copyOf(rules);
  }

  /** All rules, with the names that they have on these clusters. */
  public RuleBook book() {
    return book;
  }

  /** The rules of all files, in their order. */
  public List<ExaminedRule> rules() {
    return rules;
  }

  /** Which rules read what others write. */
  public RuleGraph graph() {
    return graph;
  }

  /** The rules that write a metric. */
  List<ExaminedRule> writers(String metric) {
    return writers.getOrDefault(metric, List.of());
  }

  public List<Examined> dashboards() {
    return dashboards;
  }

  public Optional<Dashboard> find(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  /** The first dashboard of a folder that has the title. */
  Optional<Dashboard> firstTitled(String folder, String title) {
    return Optional.ofNullable(byTitle.get(List.of(folder, title)));
  }

  /** The first panel that stands in the library under the uid. */
  Optional<Panel> firstShared(String uid) {
    return Optional.ofNullable(shared.get(uid));
  }

  /** What is known about series on the clusters of these dashboards. */
  public World world() {
    return world;
  }

  /** The version of the clusters of these dashboards. */
  public ClusterVersion version() {
    return version;
  }

  /** All uids, in the order of the dashboards. */
  public List<String> uids() {
    return dashboards.stream().map(it -> it.dashboard().uid()).toList();
  }
}
