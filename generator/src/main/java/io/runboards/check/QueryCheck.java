package io.runboards.check;

import java.util.List;

/** One rule about queries. Its page is {@code docs/checks/<id>.md}. */
public interface QueryCheck {
  /** The name of the rule in kebab-case. */
  String id();

  /** What the query does against the rule. */
  List<Problem> problems(Query query);
}
