package io.runboards.promql;

/** Reads and writes PromQL. */
public final class Promql {
  private Promql() {}

  /** The tree of a query, checked for syntax and types. */
  public static Expr parse(String query, Syntax syntax) throws ParseException {
    return new Parser(query, syntax).parse();
  }

  public static Expr parse(String query) throws ParseException {
    return parse(query, Syntax.PROMETHEUS);
  }

  /** The query with long parts on lines of their own. */
  public static String pretty(Expr expr) {
    return PrettyPrinter.print(expr);
  }
}
