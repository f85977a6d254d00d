package io.runboards.flow;

import io.runboards.promql.Expr;
import java.util.ArrayList;
import java.util.List;

/** Visits the nodes of a query, children before their parents, without recursion. */
final class ChildrenFirst {

  /** A node, and whether it stands in a subquery and so is evaluated at many moments. */
  record Visit(Expr node, boolean overTime) {}

  private ChildrenFirst() {}

  /** The nodes in the order in which what is known of them can be worked out. */
  static List<Visit> of(Expr query) {
    List<Visit> parentsFirst = new ArrayList<>();
    List<Visit> open = new ArrayList<>();
    open.add(new Visit(query, false));
    while (!open.isEmpty()) {
      Visit visit = open.removeLast();
      parentsFirst.add(visit);
      boolean overTime = visit.overTime || visit.node instanceof Expr.Subquery;
      for (Expr child : visit.node.children()) {
        open.add(new Visit(child, overTime));
      }
    }
    return parentsFirst.reversed();
  }
}
