package io.runboards.promql;

import java.util.Optional;

/** The aggregations over the series of an instant vector. */
public enum AggregateOp {
  SUM("sum"),
  AVG("avg"),
  COUNT("count"),
  MIN("min"),
  MAX("max"),
  GROUP("group"),
  STDDEV("stddev"),
  STDVAR("stdvar"),
  TOPK("topk", ValueType.SCALAR),
  BOTTOMK("bottomk", ValueType.SCALAR),
  COUNT_VALUES("count_values", ValueType.STRING),
  QUANTILE("quantile", ValueType.SCALAR),
  LIMITK("limitk", ValueType.SCALAR),
  LIMIT_RATIO("limit_ratio", ValueType.SCALAR);

  private final String symbol;
  private final Optional<ValueType> parameter;

  AggregateOp(String symbol) {
    this.symbol = symbol;
    this.parameter = Optional.empty();
  }

  AggregateOp(String symbol, ValueType parameter) {
    this.symbol = symbol;
    this.parameter = Optional.of(parameter);
  }

  public String symbol() {
    return symbol;
  }

  /** The type of the parameter before the expression, as in {@code topk(5, x)}. */
  public Optional<ValueType> parameter() {
    return parameter;
  }

  public boolean isExperimental() {
    return this == LIMITK || this == LIMIT_RATIO;
  }
}
