package io.runboards.check;

import io.runboards.site.Site;
import java.util.stream.Stream;

/**
 * One rule about a site and what is shipped to it. Its page is {@code docs/checks/<id>.md}.
 */
interface SiteCheck {
  /** The name of the rule in kebab-case. */
  String id();

  /** What a site does against the rule. */
  Stream<SiteProblem> problems(Site site, Workspace workspace);
}
