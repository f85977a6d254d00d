package io.runboards.promql;

/** The operators between two expressions. */
public enum BinaryOp {
  OR("or", 1, Group.SET),
  AND("and", 2, Group.SET),
  UNLESS("unless", 2, Group.SET),
  EQ("==", 3, Group.COMPARISON),
  NE("!=", 3, Group.COMPARISON),
  LE("<=", 3, Group.COMPARISON),
  LT("<", 3, Group.COMPARISON),
  GE(">=", 3, Group.COMPARISON),
  GT(">", 3, Group.COMPARISON),
  TRIM_UPPER("</", 3, Group.TRIM),
  TRIM_LOWER(">/", 3, Group.TRIM),
  ADD("+", 4, Group.ARITHMETIC),
  SUB("-", 4, Group.ARITHMETIC),
  MUL("*", 5, Group.ARITHMETIC),
  DIV("/", 5, Group.ARITHMETIC),
  MOD("%", 5, Group.ARITHMETIC),
  ATAN2("atan2", 5, Group.ARITHMETIC),
  POW("^", 6, Group.ARITHMETIC);

  private enum Group {
    SET,
    COMPARISON,
    TRIM,
    ARITHMETIC
  }

  private final String symbol;
  private final int precedence;
  private final Group group;

  BinaryOp(String symbol, int precedence, Group group) {
    this.symbol = symbol;
    this.precedence = precedence;
    this.group = group;
  }

  public String symbol() {
    return symbol;
  }

  /** How strongly it binds: {@code or} is the weakest with 1. */
  public int precedence() {
    return precedence;
  }

  /** Whether {@code a ^ b ^ c} means {@code a ^ (b ^ c)}. */
  public boolean isRightAssociative() {
    return this == POW;
  }

  public boolean isComparison() {
    return group == Group.COMPARISON;
  }

  /** The comparison that says the same when the two sides change places. */
  public BinaryOp mirrored() {
    return switch (this) {
      case GT -> LT;
      case GE -> LE;
      case LT -> GT;
      case LE -> GE;
      default -> this;
    };
  }

  /** Whether it works on whole series and not on their values: and, or, unless. */
  public boolean isSet() {
    return group == Group.SET;
  }
}
