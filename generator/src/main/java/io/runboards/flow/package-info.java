/**
 * What a query means: which labels the series of each part of it carry, and what tells them apart.
 *
 * <pre>{@code
 * Expr query = Promql.parse("sum by (node) (runai_gpu_count_per_node)");
 * SeriesLabels result = LabelFlow.through(query, World.standard()).at(query);
 * result.certain();      // [node]
 * result.identities();   // [[node]]
 * result.mayHave("gpu"); // false: nothing that the query reads can bring it
 * }</pre>
 *
 * <p>{@link io.runboards.flow.World} says what is known about series: the catalog, and the labels
 * that a site adds. {@link io.runboards.flow.LabelFlow} follows labels from the selectors through
 * every operation. A claim is never a guess: what is not certain is only possible, and labels of
 * unknown metrics are open. The claims are compared with what Prometheus' own engine computes.
 */
package io.runboards.flow;
