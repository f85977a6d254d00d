package io.runboards.check;

import io.runboards.catalog.ClusterVersion;
import io.runboards.flow.SeriesLabels;
import io.runboards.flow.World;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.rules.Audience;
import io.runboards.rules.Rule;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import java.util.Optional;

/**
 * A rule, the query of which has been read.
 *
 * @param rule the rule
 * @param group the group that it stands in
 * @param file the file that the group stands in
 * @param text its query
 * @param query what is known about its query; empty if that is no PromQL
 * @param broken what is wrong with the query, if it is no PromQL
 */
public record ExaminedRule(
    Rule rule,
    RuleGroup group,
    RuleFile file,
    String text,
    Optional<Query> query,
    Optional<ParseException> broken) {

  static ExaminedRule of(
      Rule rule, RuleGroup group, RuleFile file, World world, ClusterVersion version) {
    String text = rule.series().expr().toString();
    World read = file.audience() == Audience.FEDERATION ? world.acrossTenants() : world;
    try {
      Query query = Query.of(Promql.parse(text), read, Optional.of(version));
      return new ExaminedRule(rule, group, file, text, Optional.of(query), Optional.empty());
    } catch (ParseException e) {
      return new ExaminedRule(rule, group, file, text, Optional.empty(), Optional.of(e));
    }
  }

  /** The labels of the query's result; those that the rule adds are not among them. */
  Optional<SeriesLabels> labels() {
    return query.map(known -> known.labels().at(known.tree()));
  }

  /** The line that wrote it and its name, as findings are headed. */
  String source() {
    return rule.origin() + " " + rule.name();
  }
}
