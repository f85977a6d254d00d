/**
 * PromQL: text to tree and back.
 *
 * <p>{@link io.runboards.promql.Promql#parse} reads a query into an {@link
 * io.runboards.promql.Expr}, a sealed interface of records. A {@code switch} over it is checked by
 * the compiler, and every node knows where it stood:
 *
 * <pre>{@code
 * Expr tree = Promql.parse("sum by (node) (rate(x[5m])) > 10");
 * if (tree instanceof Expr.Binary(BinaryOp op, Expr left, Expr right, boolean bool, var matching, var span)) {
 *   left.span();      // 0..27
 *   left.toString();  // sum by (node) (rate(x[5m]))
 *   right.type();     // SCALAR
 * }
 * }</pre>
 *
 * <p>{@code toString()} is the canonical form and equals what Prometheus prints; {@link
 * io.runboards.promql.Promql#pretty} breaks long queries over lines. Trees can also be built by
 * hand: operands that would be read differently get their parentheses.
 *
 * <p>What is no PromQL ends in a {@link io.runboards.promql.ParseException}, whose message says
 * what was found and what was expected. It becomes a {@link io.runboards.finding.Finding} with line
 * and column. No input ends in anything else.
 *
 * <p>{@link io.runboards.promql.Syntax} chooses the language. {@code Syntax.PROMETHEUS} is that of
 * Prometheus 3.15, whose experimental parts are switched on by {@link io.runboards.promql.Feature}.
 * In {@code Syntax.GRAFANA} dashboard variables such as {@code $node}, {@code ${node:regex}},
 * {@code [[node]]} and {@code $__rate_interval} are tokens: in a name or string they are found by
 * {@link io.runboards.promql.Text#variables()}, in a duration they make a {@link
 * io.runboards.promql.Period.Chosen}, and alone they are an {@link
 * io.runboards.promql.Expr.VariableRef}.
 */
package io.runboards.promql;
