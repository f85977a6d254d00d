package io.runboards.promql;

import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayList;
import java.util.List;

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
   * What a selector wants of a series, its metric's name included. Unlike in a query, it may let
   * every series through: <code>{secret!="true"}</code>.
   */
  public static List<Matcher> matchers(String selector) throws ParseException {
    VectorSelector read =
        Levels.walk(levels -> new Parser(selector, Syntax.PROMETHEUS, levels).selectorAlone());
    if (read.name().isEmpty()) {
      return read.matchers();
    }
    List<Matcher> all = new ArrayList<>(read.matchers());
    all.addFirst(new Matcher(Text.of("__name__"), Matcher.Op.EQUAL, read.name(), read.span()));
    return List.copyOf(all);
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
