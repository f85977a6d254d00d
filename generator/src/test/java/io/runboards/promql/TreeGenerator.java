package io.runboards.promql;

import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.RangeSelector;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.Subquery;
import io.runboards.promql.Expr.Unary;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Modifiers.At;
import io.runboards.promql.Modifiers.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes well-typed trees of every shape, always the same ones for the same seed. */
final class TreeGenerator {
  private static final List<String> NAMES =
      List.of("up", "job:x:rate5m", "sum", "by", "offset", "start", "fill", "nan_total", "_", "a1");
  private static final List<String> LABELS =
      List.of("node", "le", "on", "bool", "group_left", "a.b", "ü", "__name", "x y", "step", "😀");
  private static final List<String> STRINGS =
      List.of("", "a", "it's \"x\"", "\\", "\n\t\u0007", "é世😀", "\uDCFF", "{}()", "\u200b", "`");
  private static final List<String> REGEXES =
      List.of(".+", "a|b", "gpu-[0-9]+", "(?i)x.*", "\\d{2,3}", "^$", "[[:alpha:]]", "");
  private static final List<Double> NUMBERS =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.5,
          1e15,
          1e21,
          1e-7,
          123456789.125,
          5e-324,
          1.7976931348623157e308,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN,
          0.1,
          1e23);
  private static final long MILLI = 1_000_000;

  private final Random random;

  TreeGenerator(long seed) {
    random = new Random(seed);
  }

  Expr tree() {
    int depth = random.nextInt(6);
    return switch (random.nextInt(8)) {
      case 0 -> scalar(depth);
      case 1 -> matrix(depth);
      case 2 -> string();
      default -> vector(depth);
    };
  }

  private Expr vector(int depth) {
    if (depth == 0) {
      return selector(true);
    }
    return switch (random.nextInt(6)) {
      case 0 -> aggregation(depth - 1);
      case 1 -> call(ValueType.VECTOR, depth - 1);
      case 2 -> new Paren(vector(depth - 1), Span.NONE);
      case 3 -> new Unary(random.nextBoolean(), vector(depth - 1), Span.NONE);
      default -> vectorBinary(depth - 1);
    };
  }

  private Expr scalar(int depth) {
    if (depth == 0) {
      return number();
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Paren(scalar(depth - 1), Span.NONE);
      case 1 -> call(ValueType.SCALAR, depth - 1);
      case 2 -> {
        Expr operand = scalar(depth - 1);
        yield operand instanceof NumberLiteral
            ? operand
            : new Unary(random.nextBoolean(), operand, Span.NONE);
      }
      default -> {
        BinaryOp op = pick(Stream.of(BinaryOp.values()).filter(o -> !o.isSet()).toList());
        yield new Binary(
            op,
            withoutInfiniteBase(op, scalar(depth - 1)),
            scalar(depth - 1),
            op.isComparison(),
            Matching.ALL_LABELS,
            Span.NONE);
      }
    };
  }

  /** Prometheus prints Inf as +Inf, so Inf ^ 2 comes back as +(Inf ^ 2): its one ambiguity. */
  private static Expr withoutInfiniteBase(BinaryOp op, Expr base) {
    boolean infinite =
        base instanceof NumberLiteral number && number.value() == Double.POSITIVE_INFINITY;
    return infinite && op == BinaryOp.POW ? new Paren(base, Span.NONE) : base;
  }

  private NumberLiteral number() {
    return random.nextInt(4) == 0
        ? new NumberLiteral(random.nextInt(1, 100_000), true, Span.NONE)
        : new NumberLiteral(pick(NUMBERS), false, Span.NONE);
  }

  private StringLiteral string() {
    return new StringLiteral(Text.of(pick(STRINGS)));
  }

  private VectorSelector selector(boolean extensions) {
    boolean named = random.nextInt(4) > 0;
    List<Matcher> matchers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      matchers.add(matcher());
    }
    if (!named) {
      matchers.add(Matcher.of("__name__", Matcher.Op.EQUAL, pick(NAMES)));
    }
    Modifiers modifiers = modifiers();
    return new VectorSelector(
        named ? Text.of(pick(NAMES)) : Text.NONE,
        matchers,
        extensions ? modifiers.extended(pick(List.of(Extension.values()))) : modifiers,
        Span.NONE);
  }

  private Matcher matcher() {
    Matcher.Op op = pick(List.of(Matcher.Op.values()));
    return Matcher.of(pick(LABELS), op, pick(op.isRegex() ? REGEXES : STRINGS));
  }

  private Modifiers modifiers() {
    At at =
        switch (random.nextInt(8)) {
          case 0 -> new At.Start();
          case 1 -> new At.End();
          case 2 -> new At.Time(random.nextInt(-1_000_000, 1_000_000) * 7L);
          default -> new At.Now();
        };
    Period offset =
        switch (random.nextInt(6)) {
          case 0 -> new Period.Fixed(random.nextInt(-9_000_000, 9_000_000) * MILLI, Span.NONE);
          case 1 -> new Period.Negated(new Period.Paren(calculation(2), Span.NONE), Span.NONE);
          case 2 -> new Period.Step(Span.NONE);
          default -> Period.ZERO;
        };
    return new Modifiers(at, offset, Extension.NONE);
  }

  private Period range() {
    return random.nextInt(4) == 0 ? notPlain(calculation(3)) : fixed();
  }

  private Period fixed() {
    return new Period.Fixed(random.nextInt(1, 9_000_000) * MILLI, Span.NONE);
  }

  /** Prometheus does not read [step():5m]: some number must stand before the colon. */
  private Period withNumber(Period period) {
    return period.toString().matches(".*\\d.*") ? period : fixed();
  }

  /** A plain number between brackets is a fixed length. */
  private Period notPlain(Period period) {
    return period instanceof Period.Number ? fixed() : period;
  }

  private Period calculation(int depth) {
    if (depth == 0) {
      return new Period.Number(random.nextInt(1, 90_000), random.nextBoolean(), Span.NONE);
    }
    return switch (random.nextInt(8)) {
      case 0 -> new Period.Step(Span.NONE);
      case 1 -> new Period.Range(Span.NONE);
      case 2 -> new Period.MaxOf(calculation(depth - 1), calculation(depth - 1), Span.NONE);
      case 3 -> new Period.MinOf(calculation(depth - 1), calculation(depth - 1), Span.NONE);
      case 4 -> new Period.Paren(calculation(depth - 1), Span.NONE);
      case 5 -> {
        Period operand = calculation(depth - 1);
        yield operand instanceof Period.Number ? operand : new Period.Negated(operand, Span.NONE);
      }
      default ->
          new Period.Binary(
              pick(
                  List.of(
                      BinaryOp.ADD,
                      BinaryOp.SUB,
                      BinaryOp.MUL,
                      BinaryOp.DIV,
                      BinaryOp.MOD,
                      BinaryOp.POW)),
              calculation(depth - 1),
              calculation(depth - 1),
              Span.NONE);
    };
  }

  private Expr matrix(int depth) {
    return depth == 0 || random.nextBoolean()
        ? new RangeSelector(selector(true), range(), Span.NONE)
        : new Subquery(
            vector(depth - 1),
            withNumber(range()),
            random.nextBoolean() ? range() : Period.ZERO,
            modifiers(),
            Span.NONE);
  }

  private Expr aggregation(int depth) {
    AggregateOp op = pick(List.of(AggregateOp.values()));
    Optional<Expr> parameter =
        op.parameter().map(type -> type == ValueType.STRING ? string() : scalar(depth));
    boolean without = random.nextBoolean();
    return new Aggregation(op, without, labels(), parameter, vector(depth), Span.NONE);
  }

  private List<Text> labels() {
    List<Text> labels = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      labels.add(Text.of(pick(LABELS)));
    }
    return labels;
  }

  private Expr call(ValueType returns, int depth) {
    Function function = pick(Function.all().stream().filter(f -> f.returns() == returns).toList());
    int most = Math.min(function.maxArgs(), function.parameters().size() + 2);
    int count = random.nextInt(function.minArgs(), most + 1);
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean info = function.name().equals("info") && i == 1;
      args.add(info ? infoSelector() : argument(function, i, depth));
    }
    return new Call(function, args, Span.NONE);
  }

  private Expr argument(Function function, int index, int depth) {
    return switch (function.parameters().get(Math.min(index, function.parameters().size() - 1))) {
      case SCALAR -> scalar(depth);
      case VECTOR -> vector(depth);
      case MATRIX -> matrix(depth);
      case STRING -> string();
      case VARIABLE -> throw new IllegalStateException("no parameter is a variable");
    };
  }

  private Expr infoSelector() {
    return new VectorSelector(Text.NONE, List.of(matcher()), Modifiers.NONE, Span.NONE);
  }

  private Expr vectorBinary(int depth) {
    BinaryOp op = pick(List.of(BinaryOp.values()));
    boolean bool = op.isComparison() && random.nextBoolean();
    if (!op.isSet() && random.nextInt(3) == 0) {
      Expr left = random.nextBoolean() ? vector(depth) : scalar(depth);
      Expr right = left.type() == ValueType.VECTOR ? scalar(depth) : vector(depth);
      return new Binary(
          op, withoutInfiniteBase(op, left), right, bool, Matching.ALL_LABELS, Span.NONE);
    }
    return new Binary(op, vector(depth), vector(depth), bool, matching(op), Span.NONE);
  }

  private Matching matching(BinaryOp op) {
    boolean on = random.nextBoolean();
    List<Text> labels = labels();
    Matching.Group group =
        op.isSet() ? Matching.Group.NONE : pick(List.of(Matching.Group.values()));
    Supplier<OptionalDouble> fill =
        () ->
            op.isSet() || random.nextInt(3) > 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(pick(NUMBERS));
    List<Text> include =
        group == Matching.Group.NONE
            ? List.of()
            : labels().stream().filter(label -> !on || !labels.contains(label)).toList();
    return new Matching(on, labels, group, include, fill.get(), fill.get());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
