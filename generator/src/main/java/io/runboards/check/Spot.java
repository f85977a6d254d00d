package io.runboards.check;

import io.runboards.dashboard.Dashboard;
import io.runboards.dashboard.Panel;
import io.runboards.dashboard.Target;
import io.runboards.finding.Place;
import io.runboards.promql.Span;

/** The part of a dashboard that a problem is about. */
sealed interface Spot {
  /** The dashboard as a whole. */
  record Whole() implements Spot {}

  /** One of its panels. */
  record OfPanel(Panel panel) implements Spot {}

  /** Characters of one of its queries. */
  record InQuery(Panel panel, Target target, Span span) implements Spot {}

  /** Where it stands: the line of Java, and in a query the characters. */
  default Place in(Dashboard dashboard) {
    return switch (this) {
      case Whole whole -> line(dashboard.origin().toString(), dashboard.uid());
      case OfPanel(Panel panel) ->
          line(panel.frame().heading().origin().toString(), name(dashboard, panel));
      case InQuery(Panel panel, Target target, Span span) ->
          Place.in(
              target.origin() + " " + name(dashboard, panel),
              target.promql(),
              span.start(),
              span.end());
    };
  }

  private static Place line(String origin, String name) {
    return new Place(origin + " " + name, 1, 1, 0, 0);
  }

  private static String name(Dashboard dashboard, Panel panel) {
    return dashboard.uid() + " \"" + panel.title() + "\"";
  }
}
