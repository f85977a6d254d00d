package io.runboards.promql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds of tokens. A keyword knows its word, an operator what it does. */
enum Token {
  END("end of input"),
  IDENTIFIER("name"),
  METRIC_IDENTIFIER("metric name"),
  /** A name, number or duration with a dashboard variable in it. */
  VARIABLE("dashboard variable"),
  NUMBER("number"),
  DURATION("duration"),
  STRING("string"),

  LEFT_PAREN("\"(\""),
  RIGHT_PAREN("\")\""),
  LEFT_BRACE("\"{\""),
  RIGHT_BRACE("\"}\""),
  LEFT_BRACKET("\"[\""),
  RIGHT_BRACKET("\"]\""),
  COMMA("\",\""),
  COLON("\":\""),
  AT("\"@\""),
  EQUAL("\"=\""),
  REGEX("\"=~\""),
  NOT_REGEX("\"!~\""),

  OR(BinaryOp.OR),
  AND(BinaryOp.AND),
  UNLESS(BinaryOp.UNLESS),
  EQ(BinaryOp.EQ),
  NE(BinaryOp.NE),
  LE(BinaryOp.LE),
  LT(BinaryOp.LT),
  GE(BinaryOp.GE),
  GT(BinaryOp.GT),
  TRIM_UPPER(BinaryOp.TRIM_UPPER),
  TRIM_LOWER(BinaryOp.TRIM_LOWER),
  ADD(BinaryOp.ADD),
  SUB(BinaryOp.SUB),
  MUL(BinaryOp.MUL),
  DIV(BinaryOp.DIV),
  MOD(BinaryOp.MOD),
  ATAN2(BinaryOp.ATAN2),
  POW(BinaryOp.POW),

  SUM(AggregateOp.SUM),
  AVG(AggregateOp.AVG),
  COUNT(AggregateOp.COUNT),
  MIN(AggregateOp.MIN),
  MAX(AggregateOp.MAX),
  GROUP(AggregateOp.GROUP),
  STDDEV(AggregateOp.STDDEV),
  STDVAR(AggregateOp.STDVAR),
  TOPK(AggregateOp.TOPK),
  BOTTOMK(AggregateOp.BOTTOMK),
  COUNT_VALUES(AggregateOp.COUNT_VALUES),
  QUANTILE(AggregateOp.QUANTILE),
  LIMITK(AggregateOp.LIMITK),
  LIMIT_RATIO(AggregateOp.LIMIT_RATIO),

  OFFSET("offset", Use.METRIC_OR_LABEL),
  SMOOTHED("smoothed", Use.METRIC_OR_LABEL),
  ANCHORED("anchored", Use.METRIC_OR_LABEL),
  BY("by", Use.METRIC_OR_LABEL),
  WITHOUT("without", Use.METRIC),
  ON("on", Use.LABEL),
  IGNORING("ignoring", Use.LABEL),
  GROUP_LEFT("group_left", Use.LABEL),
  GROUP_RIGHT("group_right", Use.LABEL),
  BOOL("bool", Use.LABEL),
  FILL("fill", Use.METRIC_OR_LABEL),
  FILL_LEFT("fill_left", Use.METRIC_OR_LABEL),
  FILL_RIGHT("fill_right", Use.METRIC_OR_LABEL),
  START("start", Use.METRIC_LABEL_OR_FUNCTION),
  END_OF_RANGE("end", Use.METRIC_LABEL_OR_FUNCTION),
  STEP("step", Use.METRIC_LABEL_OR_FUNCTION),
  RANGE("range", Use.METRIC_LABEL_OR_FUNCTION),
  MAX_OF("max_of", Use.METRIC_LABEL_OR_FUNCTION),
  MIN_OF("min_of", Use.METRIC_LABEL_OR_FUNCTION);

  /** What else a keyword can name. */
  private enum Use {
    NONE,
    METRIC,
    LABEL,
    METRIC_OR_LABEL,
    METRIC_LABEL_OR_FUNCTION
  }

  private static final Map<String, Token> KEYWORDS = new HashMap<>();
  private static final int LONGEST_KEYWORD;

  static {
    int longest = 0;
    for (Token token : values()) {
      if (!token.word.isEmpty() && Character.isLetter(token.word.charAt(0))) {
        KEYWORDS.put(token.word, token);
        longest = Math.max(longest, token.word.length());
      }
    }
    KEYWORDS.put("inf", NUMBER);
    KEYWORDS.put("nan", NUMBER);
    LONGEST_KEYWORD = longest;
  }

  private final String description;
  private final String word;
  private final Use use;
  private final BinaryOp binary;
  private final AggregateOp aggregate;

  Token(String description) {
    this(description, "", Use.NONE, null, null);
  }

  Token(BinaryOp op) {
    this("\"" + op.symbol() + "\"", op.symbol(), useOf(op), op, null);
  }

  Token(AggregateOp op) {
    this("\"" + op.symbol() + "\"", op.symbol(), Use.METRIC_OR_LABEL, null, op);
  }

  Token(String word, Use use) {
    this("\"" + word + "\"", word, use, null, null);
  }

  Token(String description, String word, Use use, BinaryOp binary, AggregateOp aggregate) {
    this.description = description;
    this.word = word;
    this.use = use;
    this.binary = binary;
    this.aggregate = aggregate;
  }

  private static Use useOf(BinaryOp op) {
    return op.isSet() ? Use.METRIC_OR_LABEL : op == BinaryOp.ATAN2 ? Use.LABEL : Use.NONE;
  }

  /** The keyword of that spelling in any case, or null. */
  static Token keyword(String text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST_KEYWORD) {
      return null;
    }
    char[] lower = new char[length];
    for (int i = 0; i < length; i++) {
      char c = text.charAt(start + i);
      lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return KEYWORDS.get(new String(lower));
  }

  String description() {
    return description;
  }

  /** The operator between two expressions that this is, or null. */
  BinaryOp binary() {
    return binary;
  }

  Optional<AggregateOp> aggregate() {
    return Optional.ofNullable(aggregate);
  }

  /** Whether a metric can be called like this keyword. */
  boolean canNameMetric() {
    return use == Use.METRIC || use == Use.METRIC_OR_LABEL || use == Use.METRIC_LABEL_OR_FUNCTION;
  }

  /** Whether a label after {@code by}, {@code on} and so on can be called like this. */
  boolean canNameLabel() {
    return use == Use.LABEL || use == Use.METRIC_OR_LABEL || use == Use.METRIC_LABEL_OR_FUNCTION;
  }

  boolean canNameFunction() {
    return use == Use.METRIC_LABEL_OR_FUNCTION;
  }
}
