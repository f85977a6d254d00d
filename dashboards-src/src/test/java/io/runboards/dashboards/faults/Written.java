package io.runboards.dashboards.faults;

import io.runboards.check.Workspace;
import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Installation;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Row;
import io.runboards.flow.World;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Dashboards and rules as their authors wrote them.
 *
 * @param dashboards the dashboards
 * @param book the rules
 */
public record Written(List<Dashboard> dashboards, RuleBook book) {
  public Written {
    dashboards = List.copyOf(dashboards);
  }

  /** What is read before anything is written or run. */
  public Workspace workspace() {
    return Workspace.of(dashboards, book, World.standard(), Installation.NEWEST.version());
  }

  Written with(Dashboard before, Dashboard after) {
    return new Written(dashboards.stream().map(it -> it == before ? after : it).toList(), book);
  }

  /** Another rule, or none, in the place of one. */
  Written with(Rule before, Optional<Rule> after) {
    return new Written(
        dashboards, rules(book, rule -> rule == before ? after.stream() : Stream.of(rule)));
  }

  /** A dashboard with another panel in the place of one. */
  static Dashboard with(Dashboard dashboard, Panel before, Panel after) {
    return dashboard.rows(
        dashboard.rows().stream()
            .map(row -> with(row, row.panels().stream().map(it -> it == before ? after : it)))
            .toList());
  }

  /** A dashboard with nothing but one of its panels. */
  static Dashboard only(Dashboard dashboard, Panel panel) {
    return dashboard.rows(
        dashboard.rows().stream()
            .map(row -> with(row, row.panels().stream().filter(it -> it == panel)))
            .filter(row -> !row.panels().isEmpty())
            .toList());
  }

  private static Row with(Row row, Stream<Panel> panels) {
    return new Row(row.title(), row.collapsed(), row.repeat(), panels.toList());
  }

  /** The same files with other rules; files and groups without any are left out. */
  static RuleBook rules(RuleBook book, Function<Rule, Stream<Rule>> change) {
    return new RuleBook(
        book.files().stream()
            .map(file -> rules(file, change))
            .filter(file -> !file.groups().isEmpty())
            .toList());
  }

  private static RuleFile rules(RuleFile file, Function<Rule, Stream<Rule>> change) {
    return file.groups(
        file.groups().stream()
            .map(group -> rules(group, change))
            .filter(group -> !group.rules().isEmpty())
            .toList());
  }

  private static RuleGroup rules(RuleGroup group, Function<Rule, Stream<Rule>> change) {
    return new RuleGroup(
        group.name(),
        group.rules().stream().flatMap(change).toList(),
        group.every(),
        group.delay(),
        group.most(),
        group.origin());
  }
}
