package io.runboards.promql;

/** Reads and writes PromQL. */
public final class Promql {
  private Promql() {}

  /** The tree of a query, checked for syntax and types. */
  public static Expr parse(String query, Syntax syntax) throws ParseException {
    return Levels.walk(levels -> new Parser(query, syntax, levels).parse());
  }

  public static Expr parse(String query) throws ParseException {
    return parse(query, Syntax.PROMETHEUS);
  }

  /**
   * Checks a tree that was built by hand: what it prints must be PromQL and say the same.
   *
   * @return the tree that its text parses to, which knows its places in that text
   */
  public static Expr check(Expr tree, Syntax syntax) throws ParseException {
    String text = tree.toString();
    Expr parsed = parse(text, syntax);
    if (!same(parsed, tree)) {
      throw new ParseException("this says something else than its tree", text, 0, text.length());
    }
    return parsed;
  }

  /**
   * Whether two trees say the same. Unlike their {@code equals}, it does not need more stack the
   * deeper they are.
   */
  public static boolean same(Expr one, Expr other) {
    return Levels.onDeepStack(() -> one.equals(other));
  }

  /** The query with long parts on lines of their own. */
  public static String pretty(Expr expr) {
    return PrettyPrinter.print(expr);
  }
}
