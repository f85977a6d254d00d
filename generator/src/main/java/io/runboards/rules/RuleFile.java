package io.runboards.rules;

import io.runboards.dashboard.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules about one subject, with their tests.
 *
 * @param name its name in kebab-case, which becomes that of a file
 * @param title what it is about
 * @param team who looks at its alerts, unless an alert says otherwise
 * @param audience whose series it reads
 * @param groups its rules
 * @param tests what its rules do with given series
 * @param retired the names of alerts that it had once: whoever keeps alerts deletes them
 * @param origin the line that wrote it
 */
public record RuleFile(
    String name,
    String title,
    String team,
    Audience audience,
    List<RuleGroup> groups,
    List<RuleTest> tests,
    List<String> retired,
    Origin origin) {

  public RuleFile {
    groups = groups.stream().map(group -> group.forTeam(team)).toList();
    tests = List.copyOf(tests);
    retired = List.copyOf(retired);
  }

  /** Rules about a tenant's clusters, and who looks at their alerts. */
  public static RuleFile ruleFile(String name, String title, String team) {
    return new RuleFile(
        name, title, team, Audience.TENANT, List.of(), List.of(), List.of(), Origin.caller());
  }

  public RuleFile reading(Audience other) {
    return new RuleFile(name, title, team, other, groups, tests, retired, origin);
  }

  public RuleFile groups(RuleGroup... inOrder) {
    return groups(List.of(inOrder));
  }

  public RuleFile groups(List<RuleGroup> inOrder) {
    return new RuleFile(name, title, team, audience, inOrder, tests, retired, origin);
  }

  public RuleFile tests(RuleTest... all) {
    return tests(List.of(all));
  }

  public RuleFile tests(List<RuleTest> all) {
    return new RuleFile(name, title, team, audience, groups, all, retired, origin);
  }

  /** Alerts that it had once. A name that was shipped stays in the list for good. */
  public RuleFile retired(String... alerts) {
    return new RuleFile(name, title, team, audience, groups, tests, List.of(alerts), origin);
  }

  /** Adds the rules and tests of objectives. */
  public RuleFile objectives(Objective... all) {
    List<RuleGroup> allGroups = new ArrayList<>(groups);
    List<RuleTest> allTests = new ArrayList<>(tests);
    for (Objective objective : all) {
      allGroups.addAll(objective.groups());
      allTests.addAll(objective.tests());
    }
    return new RuleFile(name, title, team, audience, allGroups, allTests, retired, origin);
  }

  public Stream<Rule> rules() {
    return groups.stream().flatMap(group -> group.rules().stream());
  }

  public Stream<Alert> alerts() {
    return groups.stream().flatMap(RuleGroup::alerts);
  }

  public Stream<Recording> recordings() {
    return groups.stream().flatMap(RuleGroup::recordings);
  }
}
