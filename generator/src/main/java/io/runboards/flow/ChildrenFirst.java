package io.runboards.flow;

import io.runboards.promql.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Visits the nodes of a query, children before their parents, without recursion. */
final class ChildrenFirst {

  /** A node, and whether it stands in a subquery and so is evaluated at many moments. */
  record Visit(Expr node, boolean overTime) {}

  private ChildrenFirst() {}

  /** The nodes in the order in which what is known of them can be worked out. */
  static Iterable<Visit> of(Expr query) {
    Deque<Visit> open = new ArrayDeque<>(List.of(new Visit(query, false)));
    Deque<Visit> parentsLast = new ArrayDeque<>();
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      parentsLast.push(visit);
      boolean overTime = visit.overTime || visit.node instanceof Expr.Subquery;
      visit.node.children().forEach(child -> open.push(new Visit(child, overTime)));
    }
    return parentsLast;
  }
}
