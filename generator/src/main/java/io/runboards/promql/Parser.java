package io.runboards.promql;

import io.runboards.finding.DidYouMean;
import io.runboards.promql.Expr.Aggregation;
import io.runboards.promql.Expr.Binary;
import io.runboards.promql.Expr.Call;
import io.runboards.promql.Expr.NumberLiteral;
import io.runboards.promql.Expr.Paren;
import io.runboards.promql.Expr.StringLiteral;
import io.runboards.promql.Expr.Unary;
import io.runboards.promql.Expr.VariableRef;
import io.runboards.promql.Expr.VectorSelector;
import io.runboards.promql.Modifiers.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tokens into a tree: recursive descent, with precedence climbing between operators. */
final class Parser {
  private static final int WEAKEST = 1;

  private final String text;
  private final Levels levels;
  private final Tokens tokens;
  private final Selectors selectors;
  private final Matchings matchings;

  /** The height of the tree that was read last. */
  private int height;

  Parser(String text, Syntax syntax, Levels levels) {
    this.text = text;
    this.levels = levels;
    this.tokens = new Tokens(text, syntax, levels);
    this.selectors = new Selectors(tokens);
    this.matchings = new Matchings(tokens);
  }

  Expr parse() {
    if (tokens.token() == Token.END) {
      throw tokens.errorHere("no expression found in input");
    }
    Expr expr = expression(WEAKEST);
    if (tokens.token() != Token.END) {
      throw tokens.unexpected("an operator or the end");
    }
    new TypeCheck(text, levels).check(expr);
    return expr;
  }

  /** A selector and nothing else, which may let every series through. */
  VectorSelector selectorAlone() {
    if (prefix() instanceof VectorSelector selector && tokens.token() == Token.END) {
      if (selector.modifiers().equals(Modifiers.NONE)) {
        return selector;
      }
      throw tokens.errorAt(selector.span(), "a selector of series has no offset and no @");
    }
    throw tokens.errorAt(new Span(0, text.length()), "this is no selector of series");
  }

  private Expr expression(int weakest) {
    tokens.enter();
    Expr left = prefix();
    int leftHeight = height;
    while (tokens.token().binary() != null && tokens.token().binary().precedence() >= weakest) {
      BinaryOp op = tokens.token().binary();
      tokens.next();
      boolean bool = tokens.take(Token.BOOL);
      Matching matching = matchings.matching();
      Expr right = expression(op.isRightAssociative() ? op.precedence() : op.precedence() + 1);
      Span span = new Span(left.span().start(), right.span().end());
      left = new Binary(op, left, right, bool, effective(matching, left, right), span);
      leftHeight = grow(Math.max(leftHeight, height));
    }
    height = leftHeight;
    tokens.leave();
    return left;
  }

  /** Between scalars nothing is matched: {@code 1 + on () x} says no more than {@code 1 + x}. */
  private static Matching effective(Matching matching, Expr left, Expr right) {
    boolean idle = matching.labels().isEmpty() && !matching.fills();
    return idle
            && matching != Matching.ALL_LABELS
            && (left.type() == ValueType.SCALAR || right.type() == ValueType.SCALAR)
        ? Matching.ALL_LABELS
        : matching;
  }

  private Expr prefix() {
    if (tokens.token() != Token.ADD && tokens.token() != Token.SUB) {
      return postfix(primary());
    }
    boolean negative = tokens.token() == Token.SUB;
    int start = tokens.start();
    tokens.next();
    Expr operand = expression(BinaryOp.POW.precedence());
    Span span = new Span(start, operand.span().end());
    if (operand instanceof NumberLiteral number) {
      double value = negative ? -number.value() : number.value();
      return new NumberLiteral(value, number.duration(), span);
    }
    height = grow(height);
    return new Unary(negative, operand, span);
  }

  private Expr primary() {
    height = 1;
    switch (tokens.token()) {
      case NUMBER, DURATION:
        return number();
      case STRING:
        return new StringLiteral(tokens.string());
      case VARIABLE:
        return variable();
      case LEFT_PAREN:
        return paren();
      case LEFT_BRACE:
        return selectors.selector(Text.NONE, tokens.start());
      case IDENTIFIER, METRIC_IDENTIFIER:
        return selectorOrCall(tokens.token() == Token.IDENTIFIER);
      default:
        if (tokens.token().aggregate().isPresent()) {
          return selectorOrAggregation();
        }
        if (tokens.token().canNameMetric()) {
          return selectorOrCall(tokens.token().canNameFunction());
        }
        throw tokens.unexpected("an expression");
    }
  }

  private NumberLiteral number() {
    boolean duration = tokens.token() == Token.DURATION;
    double value = tokens.takeNumber();
    return new NumberLiteral(value, duration, tokens.lastNumber());
  }

  private Expr variable() {
    boolean lone = tokens.isLoneVariable();
    Text name = tokens.name();
    boolean calls =
        tokens.token() == Token.LEFT_PAREN
            || tokens.token() == Token.BY
            || tokens.token() == Token.WITHOUT;
    if (calls) {
      throw tokens.errorAt(
          name.span(), "a dashboard variable cannot be the name of a function or aggregation");
    }
    boolean selects =
        tokens.token() == Token.LEFT_BRACE
            || tokens.token() == Token.LEFT_BRACKET
            || tokens.token() == Token.OFFSET
            || tokens.token() == Token.AT;
    boolean number = Character.isDigit(name.value().charAt(0));
    return number || lone && !selects
        ? new VariableRef(name)
        : selectors.selector(name, name.span().start());
  }

  private Expr paren() {
    int start = tokens.start();
    tokens.next();
    Expr inner = expression(WEAKEST);
    tokens.expect(Token.RIGHT_PAREN, "an operator or \")\"");
    height = grow(height);
    return new Paren(inner, tokens.spanFrom(start));
  }

  private Expr selectorOrCall(boolean canCall) {
    int start = tokens.start();
    Text name = tokens.name();
    if (tokens.token() != Token.LEFT_PAREN || !canCall) {
      return selectors.selector(name, start);
    }
    Function function = function(name);
    List<Expr> args = arguments();
    return new Call(function, args, tokens.spanFrom(start));
  }

  private Function function(Text name) {
    Span span = name.span();
    Optional<Function> known = Function.named(name.value());
    if (known.isEmpty()) {
      throw unknownFunction(name);
    }
    if (known.get().experimental() && !tokens.has(Feature.EXPERIMENTAL_FUNCTIONS)) {
      throw tokens.errorAt(
          span,
          "function \"" + name.value() + "\"" + Tokens.isBehind(Feature.EXPERIMENTAL_FUNCTIONS));
    }
    return known.get();
  }

  private ParseException unknownFunction(Text name) {
    Optional<String> retired = Function.retired(name.value());
    if (retired.isPresent()) {
      return tokens.deprecatedFunction(name.span(), retired.get());
    }
    List<String> names = Function.all().stream().map(Function::name).toList();
    return tokens.errorAt(
        name.span(),
        "unknown function \"" + name.value() + "\"" + DidYouMean.oneOf(names, name.value()));
  }

  private List<Expr> arguments() {
    tokens.next();
    if (tokens.take(Token.RIGHT_PAREN)) {
      return List.of();
    }
    List<Expr> args = new ArrayList<>(2);
    int highest = 0;
    do {
      if (tokens.token() == Token.RIGHT_PAREN) {
        throw tokens.errorHere("trailing commas are not allowed between arguments");
      }
      args.add(expression(WEAKEST));
      highest = Math.max(highest, height);
    } while (tokens.take(Token.COMMA));
    tokens.expect(Token.RIGHT_PAREN, "\",\" or \")\"");
    height = grow(highest);
    return args;
  }

  private Expr selectorOrAggregation() {
    int start = tokens.start();
    AggregateOp op = tokens.token().aggregate().orElseThrow();
    Text name = tokens.name();
    if (tokens.token() != Token.LEFT_PAREN
        && tokens.token() != Token.BY
        && tokens.token() != Token.WITHOUT) {
      return selectors.selector(name, start);
    }
    boolean modified = tokens.token() != Token.LEFT_PAREN;
    boolean without = tokens.token() == Token.WITHOUT;
    List<Text> labels = List.of();
    if (modified) {
      tokens.next();
      labels = matchings.labels();
      if (tokens.token() != Token.LEFT_PAREN) {
        throw tokens.unexpected("\"(\"");
      }
    }
    List<Expr> args = arguments();
    if (!modified && (tokens.token() == Token.BY || tokens.token() == Token.WITHOUT)) {
      without = tokens.token() == Token.WITHOUT;
      tokens.next();
      labels = matchings.labels();
    }
    Span span = tokens.spanFrom(start);
    return aggregation(op, without, labels, args, span);
  }

  private Expr aggregation(
      AggregateOp op, boolean without, List<Text> labels, List<Expr> args, Span span) {
    if (op.isExperimental() && !tokens.has(Feature.EXPERIMENTAL_FUNCTIONS)) {
      throw tokens.errorAt(
          span, op.symbol() + "()" + Tokens.isBehind(Feature.EXPERIMENTAL_FUNCTIONS));
    }
    int wanted = op.parameter().isPresent() ? 2 : 1;
    if (args.size() != wanted) {
      String count =
          wanted == 1 ? " takes 1 argument, got " : " takes " + wanted + " arguments, got ";
      throw tokens.errorAt(span, op.symbol() + count + args.size());
    }
    Optional<Expr> parameter = wanted == 2 ? Optional.of(args.getFirst()) : Optional.empty();
    return new Aggregation(op, without, labels, parameter, args.getLast(), span);
  }

  private Expr postfix(Expr expr) {
    Expr result = expr;
    while (true) {
      switch (tokens.token()) {
        case LEFT_BRACKET -> result = taller(selectors.range(result));
        case OFFSET -> result = selectors.offset(result);
        case AT -> result = selectors.at(result);
        case ANCHORED -> result = selectors.extended(result, Extension.ANCHORED);
        case SMOOTHED -> result = selectors.extended(result, Extension.SMOOTHED);
        default -> {
          return result;
        }
      }
    }
  }

  private Expr taller(Expr expr) {
    height = grow(height);
    return expr;
  }

  private int grow(int childHeight) {
    if (childHeight >= Tokens.MAX_DEPTH) {
      throw tokens.tooDeep();
    }
    return childHeight + 1;
  }
}
