package io.runboards.check;

import java.util.stream.Stream;

/**
 * One rule about recording rules, alerts and their tests. Its page is {@code docs/checks/<id>.md}.
 */
interface RuleCheck {
  /** The name of the rule in kebab-case. */
  String id();

  /** What the rules of a workspace do against it, in their order. */
  Stream<RuleProblem> problems(Workspace workspace);
}
