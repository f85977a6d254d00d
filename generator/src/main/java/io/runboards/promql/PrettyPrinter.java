package io.runboards.promql;

import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.Unary;
import java.nio.charset.StandardCharsets;

/**
 * Breaks queries that are longer than a line over several lines, as Prometheus does: whatever fits
 * stays on one line, the parts of whatever does not are indented by two.
 */
final class PrettyPrinter {
  private static final int LINE = 100;

  private PrettyPrinter() {}

  static String print(Expr expr) {
    StringBuilder out = new StringBuilder();
    print(expr, 0, out);
    return out.toString();
  }

  private static void print(Expr expr, int level, StringBuilder out) {
    out.append("  ".repeat(level));
    printHere(expr, level, out);
  }

  private static void printHere(Expr expr, int level, StringBuilder out) {
    String flat = expr.toString();
    if (flat.getBytes(StandardCharsets.UTF_8).length <= LINE) {
      out.append(flat);
      return;
    }
    switch (expr) {
      case Aggregation aggregation -> {
        out.append(Printer.head(aggregation)).append("(\n");
        aggregation
            .parameter()
            .ifPresent(parameter -> {
              print(parameter, level + 1, out);
              out.append(",\n");
            });
        print(aggregation.expr(), level + 1, out);
        closeLine(level, out);
      }
      case Binary binary -> {
        int operand = level + 1;
        out.append("  ");
        printHere(binary.left(), operand, out);
        out.append('\n').append("  ".repeat(level)).append(Printer.operator(binary)).append('\n');
        print(binary.right(), operand, out);
      }
      case Call call -> {
        out.append(call.function().name()).append("(\n");
        for (int i = 0; i < call.args().size(); i++) {
          out.append(i == 0 ? "" : ",\n");
          print(call.args().get(i), level + 1, out);
        }
        closeLine(level, out);
      }
      case Paren paren -> {
        out.append("(\n");
        print(paren.expr(), level + 1, out);
        closeLine(level, out);
      }
      case Subquery subquery -> {
        printHere(subquery.expr(), level, out);
        out.append(Printer.suffix(subquery));
      }
      case Unary unary -> {
        out.append(unary.negative() ? '-' : '+');
        printHere(unary.expr(), level, out);
      }
      case Expr.NumberLiteral leaf -> out.append(flat);
      case Expr.StringLiteral leaf -> out.append(flat);
      case Expr.VariableRef leaf -> out.append(flat);
      case Expr.VectorSelector leaf -> out.append(flat);
      case Expr.RangeSelector leaf -> out.append(flat);
    }
  }

  private static void closeLine(int level, StringBuilder out) {
    out.append('\n').append("  ".repeat(level)).append(')');
  }
}
