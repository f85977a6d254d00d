package io.runboards.flow;

import io.runboards.promql.Expr.Binary;

/**
 * An addition, a subtraction or a comparison of what cannot be added or compared.
 *
 * @param node the operation
 * @param left what stands on its left
 * @param right what stands on its right
 */
public record Mismatch(Binary node, Quantity left, Quantity right) {}
