package io.runboards.flow;

import static io.runboards.flow.SeriesLabels.NAME;
import static io.runboards.flow.SeriesLabels.union;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Matching;
import io.runboards.promql.Text;
import io.runboards.promql.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows labels through a query: from the selectors, whose labels the catalog knows, through every
 * operation to the result.
 */
public final class LabelFlow {
  private static final LabelSet NAMELESS = LabelSet.of(Set.of(NAME));

  private final World world;
  private final ByNode<SeriesLabels> results = new ByNode<>();
  private final ByNode<SeriesLabels> moments = new ByNode<>();

  private LabelFlow(World world) {
    this.world = world;
  }

  /** The labels at every node of a query. */
  public static LabelFlow through(Expr query, World world) {
    LabelFlow flow = new LabelFlow(world);
    for (ChildrenFirst.Visit visit : ChildrenFirst.of(query)) {
      flow.visit(visit.node(), visit.overTime());
    }
    return flow;
  }

  private void visit(Expr node, boolean overTime) {
    results.add(node, labels(node, this::at, overTime));
    if (overTime && !(node instanceof Expr.Subquery)) {
      moments.add(node, labels(node, this::atOneMoment, false));
    }
  }

  /** The labels of the result of a node of the query. */
  public SeriesLabels at(Expr node) {
    SeriesLabels labels = results.get(node);
    if (labels == null) {
      throw new IllegalArgumentException(node + " is no part of the query");
    }
    return labels;
  }

  /** The same at each moment by itself, also where a subquery asks for many. */
  public SeriesLabels atOneMoment(Expr node) {
    SeriesLabels labels = moments.get(node);
    return labels == null ? at(node) : labels;
  }

  /**
   * The labels of a node whose children are known. What tells series apart at each moment need not
   * do so over time.
   */
  private SeriesLabels labels(Expr expr, Function<Expr, SeriesLabels> at, boolean overTime) {
    return switch (expr) {
      case NumberLiteral number -> SeriesLabels.NONE;
      case StringLiteral string -> SeriesLabels.NONE;
      case Expr.VariableRef variable -> SeriesLabels.ANY;
      case VectorSelector selector -> Selection.of(selector, world);
      case Expr.RangeSelector range -> at.apply(range.vector());
      case Expr.Subquery subquery -> at.apply(subquery.expr());
      case Expr.Paren paren -> at.apply(paren.expr());
      case Expr.Unary unary ->
          unary.negative() ? at.apply(unary.expr()).without(NAMELESS) : at.apply(unary.expr());
      case Aggregation aggregation ->
          aggregation(aggregation, at.apply(aggregation.expr()), overTime);
      case Call call -> FunctionLabels.of(call, args(call, at));
      case Binary binary ->
          binary(binary, at.apply(binary.left()), at.apply(binary.right()), overTime);
    };
  }

  private static List<SeriesLabels> args(Call call, Function<Expr, SeriesLabels> at) {
    List<SeriesLabels> args = new ArrayList<>(call.args().size());
    for (Expr arg : call.args()) {
      args.add(at.apply(arg));
    }
    return args;
  }

  private static SeriesLabels aggregation(
      Aggregation aggregation, SeriesLabels input, boolean overTime) {
    LabelSet labels = names(aggregation.labels());
    SeriesLabels groups =
        aggregation.without()
            ? input.without(labels.with(NAMELESS))
            : input.keeping(labels).identifiedBy(mayBeIn(input, labels));
    boolean variable = !areFixed(aggregation.labels());
    if (variable) {
      groups = SeriesLabels.ANY;
    }
    return switch (aggregation.op()) {
      case TOPK, BOTTOMK, LIMITK ->
          isOne(aggregation) && !overTime && !variable && !aggregation.without()
              ? input.identifiedBy(mayBeIn(input, labels))
              : input;
      case LIMIT_RATIO -> input;
      case COUNT_VALUES -> countValues(aggregation, groups);
      default -> groups;
    };
  }

  private static Set<String> mayBeIn(SeriesLabels input, LabelSet labels) {
    return input.open() ? labels : labels.among(input.possible());
  }

  private static boolean isOne(Aggregation aggregation) {
    return aggregation
        .parameter()
        .filter(k -> k instanceof NumberLiteral number && number.value() == 1)
        .isPresent();
  }

  private static SeriesLabels countValues(Aggregation aggregation, SeriesLabels groups) {
    if (!(aggregation.parameter().orElseThrow() instanceof StringLiteral label)
        || !label.text().isFixed()) {
      return SeriesLabels.ANY;
    }
    Set<String> added = Set.of(label.text().value());
    if (aggregation.without() && names(aggregation.labels()).containsAll(added)) {
      return groups;
    }
    SeriesLabels others = groups.without(added);
    List<Set<String>> keys = groups.identities().stream().map(key -> union(key, added)).toList();
    return new SeriesLabels(
        union(others.certain(), added), union(others.possible(), added), groups.open(), keys);
  }

  private static SeriesLabels binary(
      Binary binary, SeriesLabels left, SeriesLabels right, boolean overTime) {
    boolean leftVector = binary.left().type() != ValueType.SCALAR;
    boolean rightVector = binary.right().type() != ValueType.SCALAR;
    if (!leftVector && !rightVector) {
      return SeriesLabels.NONE;
    }
    boolean keepsName = !dropsName(binary);
    if (!leftVector || !rightVector) {
      SeriesLabels vector = leftVector ? left : right;
      return keepsName ? vector : vector.without(NAMELESS);
    }
    if (binary.left().type() == ValueType.VARIABLE || binary.right().type() == ValueType.VARIABLE) {
      return SeriesLabels.ANY;
    }
    Matching matching = binary.matching();
    if (!areFixed(matching.labels()) || !areFixed(matching.include())) {
      return SeriesLabels.ANY;
    }
    Pairing pairing = new Pairing(left, right, matching.on(), names(matching.labels()));
    if (binary.op().isSet()) {
      return switch (binary.op()) {
        case AND -> pairing.leftWithMatch();
        case UNLESS -> left;
        default -> overTime ? pairing.either().withoutIdentity() : pairing.either();
      };
    }
    SeriesLabels result =
        switch (matching.group()) {
          case NONE -> pairing.oneToOne();
          case LEFT -> pairing.manyToOne(names(matching.include()));
          case RIGHT -> pairing.swapped().manyToOne(names(matching.include()));
        };
    if (matching.fills()) {
      result = pairing.filled(result, names(matching.include()));
    }
    return keepsName ? result : result.without(NAMELESS);
  }

  private static boolean dropsName(Binary binary) {
    BinaryOp op = binary.op();
    return binary.bool() || !op.isComparison() && !op.isSet() && !isTrim(op);
  }

  private static boolean isTrim(BinaryOp op) {
    return op == BinaryOp.TRIM_LOWER || op == BinaryOp.TRIM_UPPER;
  }

  private static boolean areFixed(List<Text> labels) {
    for (Text label : labels) {
      if (!label.isFixed()) {
        return false;
      }
    }
    return true;
  }

  static LabelSet names(List<Text> labels) {
    String[] names = new String[labels.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = labels.get(i).value();
    }
    return LabelSet.of(names);
  }
}
