/**
 * PromQL written in Java, which fails where it is written.
 *
 * <p>{@link io.runboards.query.Queries} has the beginnings; a metric and its labels are constants
 * of the catalog:
 *
 * <pre>{@code
 * Selected busy = metric(GPU_UTILIZATION_PER_GPU).where(is(CLUSTER_ID, "a"));
 * Series byNode = avg(busy).by(CLUSTER_ID, NODE);
 * byNode.toString();   // avg by (clusterId, node) (runai_gpu_utilization_per_gpu{clusterId="a"})
 * }</pre>
 *
 * <p>A label that the input does not have is an error at that very call:
 *
 * <pre>
 * runai_gpu_utilization_per_gpu has no label 'project'; it has clusterId, gpu, node
 * </pre>
 *
 * <p>{@link io.runboards.query.Queries#promql} takes the same query as text. Both end in the same
 * tree and get the same checks.
 */
package io.runboards.query;
