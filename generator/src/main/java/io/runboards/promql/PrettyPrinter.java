package io.runboards.promql;

import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.Unary;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;

/**
 * Breaks queries that are longer than a line over several lines, as Prometheus does: whatever fits
 * stays on one line, the parts of whatever does not are indented by two.
 */
final class PrettyPrinter {
  private static final int LINE = 100;

  private final StringBuilder out = new StringBuilder();
  private final IdentityHashMap<Expr, Span> places = new IdentityHashMap<>();
  private final String onOneLine;
  private final Levels levels;

  private PrettyPrinter(Expr expr, Levels levels) {
    this.levels = levels;
    onOneLine = Printer.print(expr, places);
  }

  static String print(Expr expr) {
    return Levels.walk(levels -> {
      PrettyPrinter printer = new PrettyPrinter(expr, levels);
      printer.print(expr, 0);
      return printer.out.toString();
    });
  }

  private void print(Expr expr, int level) {
    out.append("  ".repeat(level));
    printHere(expr, level);
  }

  private void printHere(Expr expr, int level) {
    levels.down();
    write(expr, level);
    levels.up();
  }

  private void write(Expr expr, int level) {
    Span place = places.get(expr);
    if (fitsOnALine(place)) {
      out.append(onOneLine, place.start(), place.end());
      return;
    }
    switch (expr) {
      case Aggregation aggregation -> {
        out.append(Printer.head(aggregation)).append("(\n");
        aggregation
            .parameter()
            .ifPresent(parameter -> {
              print(parameter, level + 1);
              out.append(",\n");
            });
        print(aggregation.expr(), level + 1);
        closeLine(level);
      }
      case Binary binary -> {
        int operand = level + 1;
        out.append("  ");
        printHere(binary.left(), operand);
        out.append('\n').append("  ".repeat(level)).append(Printer.operator(binary)).append('\n');
        print(binary.right(), operand);
      }
      case Call call -> {
        out.append(call.function().name()).append("(\n");
        for (int i = 0; i < call.args().size(); i++) {
          out.append(i == 0 ? "" : ",\n");
          print(call.args().get(i), level + 1);
        }
        closeLine(level);
      }
      case Paren paren -> {
        out.append("(\n");
        print(paren.expr(), level + 1);
        closeLine(level);
      }
      case Subquery subquery -> {
        printHere(subquery.expr(), level);
        out.append(Printer.suffix(subquery));
      }
      case Unary unary -> {
        out.append(unary.negative() ? '-' : '+');
        int operand = out.length();
        printHere(unary.expr(), level);
        while (out.charAt(operand) == ' ') {
          out.deleteCharAt(operand);
        }
      }
      case Expr.NumberLiteral leaf -> out.append(onOneLine, place.start(), place.end());
      case Expr.StringLiteral leaf -> out.append(onOneLine, place.start(), place.end());
      case Expr.VariableRef leaf -> out.append(onOneLine, place.start(), place.end());
      case Expr.VectorSelector leaf -> out.append(onOneLine, place.start(), place.end());
      case Expr.RangeSelector leaf -> out.append(onOneLine, place.start(), place.end());
    }
  }

  private boolean fitsOnALine(Span place) {
    int length = place.end() - place.start();
    return length <= LINE
        && (length * 3 <= LINE
            || place.of(onOneLine).getBytes(StandardCharsets.UTF_8).length <= LINE);
  }

  private void closeLine(int level) {
    out.append('\n').append("  ".repeat(level)).append(')');
  }
}
