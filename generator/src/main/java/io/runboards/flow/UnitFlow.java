package io.runboards.flow;

import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.VectorSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows units and ranges of values through a query: from the selectors, whose units the catalog
 * knows, through every operation to the result. Where a unit is not certain, it is unknown.
 */
public final class UnitFlow {
  private final World world;
  private final ByNode<Quantity> results = new ByNode<>();
  private final List<Mismatch> mismatches = new ArrayList<>();

  private UnitFlow(World world) {
    this.world = world;
  }

  /** What every node of a query measures. */
  public static UnitFlow through(Expr query, World world) {
    UnitFlow flow = new UnitFlow(world);
    for (ChildrenFirst.Visit visit : ChildrenFirst.of(query)) {
      flow.results.add(visit.node(), flow.quantity(visit.node()));
    }
    return flow;
  }

  /** What the result of a node of the query measures. */
  public Quantity at(Expr node) {
    Quantity quantity = results.get(node);
    if (quantity == null) {
      throw new IllegalArgumentException(node + " is no part of the query");
    }
    return quantity;
  }

  /** The operations that mix units which do not go together, the inner ones first. */
  public List<Mismatch> mismatches() {
    return List.copyOf(mismatches);
  }

  /** What a node measures whose children are known. */
  private Quantity quantity(Expr expr) {
    return switch (expr) {
      case NumberLiteral number -> literal(number);
      case StringLiteral string -> Quantity.UNKNOWN;
      case Expr.VariableRef variable -> Quantity.UNKNOWN;
      case VectorSelector selector -> SelectedUnits.of(selector, world);
      case Expr.RangeSelector range -> at(range.vector());
      case Expr.Subquery subquery -> at(subquery.expr());
      case Expr.Paren paren -> at(paren.expr());
      case Expr.Unary unary -> unary.negative() ? negated(at(unary.expr())) : at(unary.expr());
      case Expr.Aggregation aggregation ->
          AggregatedUnits.of(
              aggregation.op(), aggregation.parameter().map(this::at), at(aggregation.expr()));
      case Expr.Call call -> FunctionUnits.of(call, args(call));
      case Binary binary -> binary(binary);
    };
  }

  private List<Quantity> args(Expr.Call call) {
    List<Quantity> args = new ArrayList<>(call.args().size());
    for (Expr arg : call.args()) {
      args.add(at(arg));
    }
    return args;
  }

  private static Quantity literal(NumberLiteral number) {
    Interval value = Interval.of(number.value());
    return number.duration() ? Quantity.quantity(Measure.TIME, value) : Quantity.number(value);
  }

  private static Quantity negated(Quantity quantity) {
    Interval values = quantity.values().negated();
    return switch (quantity.nature()) {
      case QUANTITY, NUMBER -> quantity.within(values).observing(Optional.empty());
      case FLAG, INFO -> Quantity.number(values);
      default -> Quantity.unknown(values);
    };
  }

  private Quantity binary(Binary binary) {
    Quantity left = at(binary.left());
    Quantity right = at(binary.right());
    if (Arithmetic.clash(binary.op(), left, right)) {
      mismatches.add(new Mismatch(binary, left, right));
    }
    Quantity result = BinaryUnits.of(binary, left, right);
    return binary.matching().fills() ? result.within(Interval.ANY) : result;
  }
}
