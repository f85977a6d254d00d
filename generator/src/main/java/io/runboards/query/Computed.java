package io.runboards.query;

import io.runboards.promql.Expr;

/** The result of a function, or a query that was written as text. */
public record Computed(Expr expr) implements Series {
  @Override
  public String toString() {
    return expr.toString();
  }
}
