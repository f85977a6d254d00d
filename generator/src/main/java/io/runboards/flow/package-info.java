/**
 * What a query means: which labels the series of each part of it carry, what tells them apart, and
 * what their values measure.
 *
 * <pre>{@code
 * Expr query = Promql.parse("sum by (node) (runai_gpu_count_per_node)");
 * SeriesLabels result = LabelFlow.through(query, World.standard()).at(query);
 * result.certain();      // [node]
 * result.identities();   // [[node]]
 * result.mayHave("gpu"); // false: nothing that the query reads can bring it
 *
 * UnitFlow.through(query, World.standard()).at(query).unit(); // GPUS
 * }</pre>
 *
 * <p>{@link io.runboards.flow.World} says what is known about series: the catalog, and the labels
 * that a site adds. {@link io.runboards.flow.LabelFlow} follows labels from the selectors through
 * every operation. A claim is never a guess: what is not certain is only possible, and labels of
 * unknown metrics are open. The claims are compared with what Prometheus' own engine computes.
 *
 * <p>{@link io.runboards.flow.UnitFlow} follows units and ranges of values the same way, through
 * arithmetic, rates and aggregations: {@code MiB * 1024 * 1024} are bytes, percent by percent is a
 * ratio, and a sum of percentages is no percentage. It says "unknown" rather than guess, and lists
 * the operations that mix units which do not go together.
 */
package io.runboards.flow;
