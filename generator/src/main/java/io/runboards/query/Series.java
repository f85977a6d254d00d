package io.runboards.query;

import io.runboards.promql.BinaryOp;
import io.runboards.promql.Expr;

/**
 * A query that is written in Java: what it selects or calculates.
 *
 * <p>Series never change; each method returns new ones. {@code toString()} is the PromQL.
 */
public sealed interface Series permits Selected, Aggregated, Paired, Computed {

  /** The PromQL, as a tree. */
  Expr expr();

  default Paired plus(Series other) {
    return Paired.of(BinaryOp.ADD, this, other);
  }

  default Paired minus(Series other) {
    return Paired.of(BinaryOp.SUB, this, other);
  }

  default Paired times(Series other) {
    return Paired.of(BinaryOp.MUL, this, other);
  }

  default Paired dividedBy(Series other) {
    return Paired.of(BinaryOp.DIV, this, other);
  }

  default Paired modulo(Series other) {
    return Paired.of(BinaryOp.MOD, this, other);
  }

  default Paired plus(double number) {
    return plus(Queries.number(number));
  }

  default Paired minus(double number) {
    return minus(Queries.number(number));
  }

  default Paired times(double number) {
    return times(Queries.number(number));
  }

  default Paired dividedBy(double number) {
    return dividedBy(Queries.number(number));
  }

  /** Only the series whose values are greater. */
  default Paired above(Series other) {
    return Paired.of(BinaryOp.GT, this, other);
  }

  default Paired above(double number) {
    return above(Queries.number(number));
  }

  /** Only the series whose values are less. */
  default Paired below(Series other) {
    return Paired.of(BinaryOp.LT, this, other);
  }

  default Paired below(double number) {
    return below(Queries.number(number));
  }

  /** Only the series whose values are greater or equal. */
  default Paired atLeast(double number) {
    return Paired.of(BinaryOp.GE, this, Queries.number(number));
  }

  /** Only the series whose values are less or equal. */
  default Paired atMost(Series other) {
    return Paired.of(BinaryOp.LE, this, other);
  }

  default Paired atMost(double number) {
    return atMost(Queries.number(number));
  }

  /** Only the series whose values are equal. */
  default Paired equalTo(double number) {
    return Paired.of(BinaryOp.EQ, this, Queries.number(number));
  }

  /** Only the series whose values differ. */
  default Paired differentFrom(double number) {
    return Paired.of(BinaryOp.NE, this, Queries.number(number));
  }

  /** These series where the others have a partner for them. */
  default Paired and(Series other) {
    return Paired.of(BinaryOp.AND, this, other);
  }

  /** These series, and those of the others that have no partner here. */
  default Paired or(Series other) {
    return Paired.of(BinaryOp.OR, this, other);
  }

  /** These series where the others have no partner for them. */
  default Paired unless(Series other) {
    return Paired.of(BinaryOp.UNLESS, this, other);
  }
}
