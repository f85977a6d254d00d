package io.runboards.check;

import io.runboards.flow.Metrics;
import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Period;
import io.runboards.promql.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a query does with its series, in the words that names of recorded metrics use. */
final class Operations {
  private final Workspace workspace;
  private final List<Operation> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * Something that is done.
   *
   * @param word what: {@code sum}, {@code rate}, {@code p99}
   * @param window over which time: {@code 5m}; empty if it is about one moment
   */
  record Operation(String word, String window) {
    @Override
    public String toString() {
      return word + window;
    }
  }

  private Operations(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The operations of a query, and of the rules that write what it reads: the outer ones before the
   * inner ones.
   */
  static List<Operation> of(Expr query, Workspace workspace) {
    Operations operations = new Operations(workspace);
    operations.visit(query);
    return List.copyOf(operations.found);
  }

  private void visit(Expr query) {
    for (Expr node : Below.nodes(List.of(query))) {
      operation(node).ifPresent(found::add);
      if (node instanceof VectorSelector selector) {
        Metrics.nameOf(selector)
            .filter(seen::add)
            .ifPresent(name -> workspace.writers(name).forEach(rule -> visit(expr(rule))));
      }
    }
  }

  private static Expr expr(ExaminedRule rule) {
    return rule.query().map(Query::tree).orElseGet(() -> rule.rule().series().expr());
  }

  private static Optional<Operation> operation(Expr node) {
    return switch (node) {
      case Aggregation aggregation -> Optional.of(new Operation(word(aggregation), ""));
      case Call call -> call(call);
      case Binary binary when isQuotient(binary) -> Optional.of(new Operation("ratio", ""));
      default -> Optional.empty();
    };
  }

  private static boolean isQuotient(Binary binary) {
    return binary.op() == BinaryOp.DIV
        && binary.left().type() == ValueType.VECTOR
        && binary.right().type() == ValueType.VECTOR;
  }

  private static String word(Aggregation aggregation) {
    return switch (aggregation.op()) {
      case QUANTILE -> quantile(aggregation.parameter().orElseThrow());
      case COUNT_VALUES -> "count";
      default -> aggregation.op().symbol();
    };
  }

  private static Optional<Operation> call(Call call) {
    String function = call.function().name();
    return switch (function) {
      case "histogram_quantile" -> Optional.of(new Operation(quantile(call.args().getFirst()), ""));
      case "quantile_over_time" ->
          Optional.of(new Operation(quantile(call.args().getFirst()), window(call)));
      case "predict_linear" -> Optional.of(new Operation("predict", window(call)));
      case "absent" -> Optional.of(new Operation(function, ""));
      default ->
          window(call).isEmpty()
              ? Optional.empty()
              : Optional.of(new Operation(function.replaceFirst("_over_time$", ""), window(call)));
    };
  }

  private static String window(Call call) {
    for (Expr argument : call.args()) {
      if (argument instanceof RangeSelector range) {
        return length(range.range());
      }
      if (argument instanceof Subquery subquery) {
        return length(subquery.range());
      }
    }
    return "";
  }

  private static String length(Period period) {
    return period instanceof Period.Fixed ? period.toString() : "";
  }

  /** The 99 of a p99. */
  private static String quantile(Expr share) {
    return share instanceof NumberLiteral number && number.value() > 0 && number.value() < 1
        ? "p"
            + BigDecimal.valueOf(number.value())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString()
                .replace(".", "")
        : "quantile";
  }
}
