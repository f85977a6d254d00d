package io.runboards.rules;

import io.runboards.dashboard.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Rules that are evaluated together, one after the other.
 *
 * @param name its name, which only one group has
 * @param rules the rules, in the order in which they are evaluated
 * @param every how often they are evaluated
 * @param delay how far back in time they are evaluated, for samples that come late; Mimir only
 * @param most how many series each rule may result in: if there are more, none is kept
 * @param origin the line that wrote it
 */
public record RuleGroup(
    String name, List<Rule> rules, Length every, Length delay, OptionalInt most, Origin origin) {

  /** How often rules are evaluated if nothing else is said. */
  public static final Length USUAL = Length.of("1m");

  public RuleGroup {
    rules = List.copyOf(rules);
  }

  public static RuleGroup group(String name, Rule... rules) {
    return group(name, Arrays.asList(rules));
  }

  public static RuleGroup group(String name, List<? extends Rule> rules) {
    return new RuleGroup(
        name, List.copyOf(rules), USUAL, Length.NONE, OptionalInt.empty(), Origin.caller());
  }

  public RuleGroup every(String length) {
    return new RuleGroup(name, rules, Length.of(length), delay, most, origin);
  }

  /** Evaluates at a time that lies so far back. */
  public RuleGroup delayed(String length) {
    return new RuleGroup(name, rules, every, Length.of(length), most, origin);
  }

  /** How many series each rule may result in. */
  public RuleGroup atMost(int series) {
    return new RuleGroup(name, rules, every, delay, OptionalInt.of(series), origin);
  }

  /** The same group under another name. */
  RuleGroup named(String other) {
    return new RuleGroup(other, rules, every, delay, most, origin);
  }

  /** The same group with other rules. */
  RuleGroup with(List<Rule> others) {
    return new RuleGroup(name, others, every, delay, most, origin);
  }

  /** The same group, in which alerts that name no team are for this one. */
  RuleGroup forTeam(String team) {
    return with(rules.stream().map(rule -> forTeam(rule, team)).toList());
  }

  private static Rule forTeam(Rule rule, String team) {
    return rule instanceof Alert alert && alert.team().isEmpty() ? alert.team(team) : rule;
  }

  public Stream<Alert> alerts() {
    return rules.stream().filter(Alert.class::isInstance).map(Alert.class::cast);
  }

  public Stream<Recording> recordings() {
    return rules.stream().filter(Recording.class::isInstance).map(Recording.class::cast);
  }
}
